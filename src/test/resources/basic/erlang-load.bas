' given 90 240
' calls of half an hour and their handling time, in erlangs
Sub Main()
  Result = Para1 * Para2 / 1800 * 100
End Sub
