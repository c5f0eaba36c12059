' given 1 2 3 4 5 6 7 8 9 10 11 12
Sub Main()
  Result = Para10 + Para11 * 10 + Para12 * 100 + Para1 * 1000
End Sub
