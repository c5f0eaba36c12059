' given 1E308
Sub Main()
  Result = Para1 / 0.001
End Sub
