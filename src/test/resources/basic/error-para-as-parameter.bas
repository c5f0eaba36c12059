Sub Main()
  Result = Twice(1)
End Sub
Function Twice(Para1)
  Twice = Para1 * 2
End Function
