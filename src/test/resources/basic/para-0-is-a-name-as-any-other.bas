' given 7
Sub Main()
  Dim Para0
  Para01 = 3
  Para1000 = 5
  Para0 = 1
  Result = Para0 + Para01 * 10 + Para1000 * 100
End Sub
