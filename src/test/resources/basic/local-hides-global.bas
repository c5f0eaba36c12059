Dim x As Long
Sub Main()
  x = 1
  Inner
  Result = x * 10 + Seen()
End Sub
Sub Inner()
  Dim x As Long
  x = 7
End Sub
Function Seen() As Long
  Seen = x
End Function
