Sub Main()
  Dim x As Integer
  x = 5
  Change x
  Result = x
End Sub
Sub Change(a As Long)
  a = 40000
End Sub
