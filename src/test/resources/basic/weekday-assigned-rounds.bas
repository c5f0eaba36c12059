' given weekday 3
Sub Main()
  Weekday = Weekday + 0.5
  Minutes = 100000
  Result = Weekday + Minutes
End Sub
