' given 1 0
Sub Main()
  Result = Para1 * 100
  If Para2 = 0 Then Result = Result \ Para2
End Sub
