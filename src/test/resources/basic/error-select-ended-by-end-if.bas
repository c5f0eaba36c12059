' given 1
Sub Main()
  Select Case Para1
    Case 1
      Result = 1
  End If
End Sub
