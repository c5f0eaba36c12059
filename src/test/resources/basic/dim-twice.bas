Sub Main()
  Dim a As Long, b As Long
  Dim a As Double
  Result = a + b
End Sub
