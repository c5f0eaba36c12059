' given 10 0
Sub Main()
  If Para2 = 0 Or Para1 / Para2 > 1 Then Result = 100
End Sub
