Sub Main()
  Twice = 5
  Result = 1
End Sub
Function Twice(x)
  Twice = 2 * x
End Function
