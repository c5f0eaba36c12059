Const Weekday = 1
Sub Main()
  Result = Weekday
End Sub
