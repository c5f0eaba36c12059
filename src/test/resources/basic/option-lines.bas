Option Explicit
Option Base 1
Option Compare Binary
Dim x As Long
Sub Main()
  x = 4
  Result = x
End Sub
