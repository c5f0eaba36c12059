Sub Main()
  Dim Loop As Long
  Result = 1
End Sub
