' given 1
Sub Main()
  If Para1 = 1 Result = 1
End Sub
