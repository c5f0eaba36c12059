' given 1E308
Sub Main()
  Result = Para1 * 10
End Sub
