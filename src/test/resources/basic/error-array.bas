Sub Main()
  Dim a(10) As Long
  Result = 1
End Sub
