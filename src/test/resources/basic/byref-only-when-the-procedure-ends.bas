Dim x As Long
Sub Main()
  x = 1
  Change x
  Result = Result * 10 + x
End Sub
Sub Change(ByRef a As Long)
  a = 5
  Result = x
End Sub
