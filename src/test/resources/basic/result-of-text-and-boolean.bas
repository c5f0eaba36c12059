' given 1
' given 0
Sub Main()
  If Para1 = 1 Then Result = " 12.99 " Else Result = 3 > 2
End Sub
