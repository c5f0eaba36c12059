' given weekday 1 minutes 0
' given weekday 7 minutes 1439
Sub Main()
  Result = Weekday * 10000 + Minutes
End Sub
