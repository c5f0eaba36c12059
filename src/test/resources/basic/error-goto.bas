' given 1
Sub Main()
  If Para1 = 0 Then GoTo done
  Result = 1
End Sub
