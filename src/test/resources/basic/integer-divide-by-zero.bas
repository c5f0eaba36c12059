' given 0.5
' given 0.6
Sub Main()
  Result = 5 \ Para1
End Sub
