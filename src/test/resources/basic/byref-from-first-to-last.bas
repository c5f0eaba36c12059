Sub Main()
  Dim x As Long
  x = 1
  Change x, x
  Result = x
End Sub
Sub Change(a As Long, b As Long)
  b = b + 20
  a = a + 10
End Sub
