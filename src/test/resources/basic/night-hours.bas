' given 12 minutes 0
' given 12 minutes 359
' given 12 minutes 360
' given 12 minutes 1319
' given 12 minutes 1320
Sub Main()
  If Minutes < 360 Or Minutes >= 1320 Then
    Result = Para1 * 100
  Else
    Result = 0
  End If
End Sub
