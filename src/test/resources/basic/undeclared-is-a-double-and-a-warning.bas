' given 5
Sub Main()
  half = Para1 / 2
  Result = half * 100
End Sub
