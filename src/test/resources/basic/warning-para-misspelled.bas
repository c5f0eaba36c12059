' given 1
Sub Main()
  Result = Para1 * Pra1
End Sub
