' given 1
Sub Main()
  Select Case Para1
    Case 2
      Result = 1
    Case "one"
      Result = 2
  End Select
End Sub
