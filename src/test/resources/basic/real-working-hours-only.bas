' given 7 weekday 2 minutes 480
' given 7 weekday 2 minutes 479
' given 7 weekday 7 minutes 600
' given 7 weekday 6 minutes 1065
Sub Main()
  If Weekday >= 2 And Weekday <= 6 And Minutes >= 8 * 60 And Minutes < 17.75 * 60 Then
    Result = Para1 * 100
  Else
    Result = 0
  End If
End Sub
