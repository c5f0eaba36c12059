' given 5
Sub Main()
  Select Case Para1
    Case 1 To 9
      Result = 1
    Case 5
      Result = 2
  End Select
End Sub
