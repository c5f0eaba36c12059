' given 5
Sub Main()
  Dim x As Long, y As Long
  x = 1: y = 1
  Change x, y
  Result = x * 1000 + y
End Sub
Sub Change(a As Long, ByVal b As Long)
  a = a + 4
  b = b + 4
End Sub
