Sub Main()
  Dim a As Long
  ReDim a(5)
  Result = 1
End Sub
