' given 1
Sub Main()
  Result = 5
  Inner
  Result = 6
End Sub
Sub Inner()
  Result = 7
  If Para1 = 1 Then End
  Result = 8
End Sub
