Sub Main()
  Dim x As Long
  Result = x(3)
End Sub
