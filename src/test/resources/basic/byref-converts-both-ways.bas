Sub Main()
  Dim x As Double, s As String
  x = 2.5: s = "7"
  Change x, s
  MsgBox x & "|" & s & "|" & s + "x"
  Result = 1
End Sub
Sub Change(a As Long, b As Double)
  a = a + 1
  b = b + 0.5
End Sub
