' given 1
Sub Main()
  Result = Para1 100
End Sub
