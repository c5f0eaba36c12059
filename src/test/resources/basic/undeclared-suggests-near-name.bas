' given 30
Dim handled As Double
Sub Main()
  handled = Para1
  Result = handeld * 100
End Sub
