' given 5
Sub Main()
  Result = 3
  Select Case Para1
    Case 6
      Result = 1
  End Select
End Sub
