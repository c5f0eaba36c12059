Sub Main()
  Dim _x As Long
  Result = 1
End Sub
