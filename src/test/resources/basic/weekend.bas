' given 10 weekday 1
' given 10 weekday 2
' given 10 weekday 6
' given 10 weekday 7
Sub Main()
  Select Case Weekday
    Case 1, 7
      Result = Para1 * 50
    Case 2 To 6
      Result = Para1 * 100
  End Select
End Sub
