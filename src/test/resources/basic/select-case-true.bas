' given 5 weekday 1
' given 50 weekday 2
' given 5 weekday 2
Sub Main()
  Select Case True
    Case Weekday = 1
      Result = 1
    Case Para1 > 10
      Result = 2
    Case Else
      Result = 3
  End Select
End Sub
