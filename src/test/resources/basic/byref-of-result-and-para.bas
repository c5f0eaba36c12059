' given 3
Sub Main()
  Result = 1
  Change Result, Para1
  Result = Result * 100 + Para1
End Sub
Sub Change(a As Double, b As Double)
  a = 4.7
  b = b + 0.25 * 4
End Sub
