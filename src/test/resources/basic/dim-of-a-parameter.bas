Sub Main()
  Result = Twice(2)
End Sub
Function Twice(x As Long) As Long
  Dim x As Long
  Twice = 2 * x
End Function
