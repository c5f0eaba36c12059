' given 10 minutes 420
' given 10 minutes 720
' given 10 minutes 1200
Sub Main()
  Result = Para1 * Weight(Minutes \ 60) * 100
End Sub
Function Weight(ByVal hour As Integer) As Double
  Select Case hour
    Case 6 To 9: Weight = 0.8
    Case Is < 6, Is > 18: Weight = 0.5
    Case Else: Weight = 1
  End Select
End Function
