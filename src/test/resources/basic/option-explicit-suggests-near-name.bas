Option Explicit
Dim handled As Double
Sub Main()
  handled = 3
  Result = handeld * 100
End Sub
