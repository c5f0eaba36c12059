' given 10 4
Sub Main()
  Para1 = Para1 / Para2
  Result = Para1 * 100
End Sub
