' given 1 1
' given 1 2
' given 2 1
Sub Main()
  If Para1 = 1 Then If Para2 = 1 Then Result = 1 Else Result = 2 Else Result = 3
End Sub
