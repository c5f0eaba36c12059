' given 3
Sub Main()
  Dim x As Long
  x = Para1
  Result = 4611686018427387904 * x
End Sub
