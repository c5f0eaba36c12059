Sub Main()
  Result = Half("x")
End Sub
Function Half(x As Double) As Double
  Half = x / 2
End Function
