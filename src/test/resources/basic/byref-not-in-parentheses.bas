Sub Main()
  Dim x As Long, y As Long, z As Long
  x = 1: y = 1: z = 1
  Change (x)
  Call Change((y))
  Change z + 0
  Result = x * 100 + y * 10 + z
End Sub
Sub Change(a As Long)
  a = 5
End Sub
