' given 1
' given 2
' given 4.5
' given 5
' given 6
' given 10
' given 7
Sub Main()
  Select Case Para1
    Case 1, 3 To 5: Result = 10
    Case 2
      Result = 20
    Case Is > 9, 6
      Result = 30
    Case Else
      Result = 40
  End Select
End Sub
