' given 0.5
' given 2
Sub Main()
  Result = (-4) ^ Para1
End Sub
