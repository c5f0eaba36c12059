' given 1
Sub Main()
  Dim remainder As Long
  remainder = 5
  Result = remainder
End Sub
