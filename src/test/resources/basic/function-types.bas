Sub Main()
  MsgBox A() & "|" & B() & "|" & C() & "|" & D()
  Result = E(1) * 100
End Sub
Function A() As Integer
  A = 2.5
End Function
Function B() As String
  B = 1.50
End Function
Function C() As Boolean
  C = 3
End Function
Function D() As String
End Function
Function E(x)
  E = x / 4
End Function
