' given 1.5E308
Sub Main()
  Result = Para1 + Para1
End Sub
