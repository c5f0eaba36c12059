Sub Main()
  Dim x As Lnog
  Result = x
End Sub
