' given 80
' given 120.5
' given -3
Sub Main()
  Dim x As Double
  x = Para1
  If x > 100 Then x = 100
  If x < 0 Then x = 0
  Result = x * 100
End Sub
