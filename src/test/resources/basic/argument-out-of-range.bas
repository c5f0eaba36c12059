' given 3000000000
Sub Main()
  Result = Half(Para1)
End Sub
Function Half(x As Long) As Double
  Half = x / 2
End Function
