' given 0.001
' given 0
Sub Main()
  If Para1 Then Result = 1
  If "True" Then Result = Result + 10
  If 0 Then Result = 100
End Sub
