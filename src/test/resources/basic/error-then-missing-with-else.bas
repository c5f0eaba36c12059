' given 1
Sub Main()
  If Para1 = 1 Result = 1 Else Result = 2
End Sub
