' given 1
Sub Main()
  Dim x As Long
  x = Para1
  Result = (-9223372036854775807 - x) \ -x
End Sub
