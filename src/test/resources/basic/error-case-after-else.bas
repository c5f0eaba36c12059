' given 1
Sub Main()
  Select Case Para1
    Case Else
      Result = 1
    Case 1
      Result = 2
  End Select
End Sub
