' given 1
Option Explicit
Sub Main()
  Dim x As Long
  x = 1
  y = 2
  Result = x + z
End Sub
