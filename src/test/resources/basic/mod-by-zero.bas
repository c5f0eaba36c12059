' given 0.4
' given 3
Sub Main()
  Result = 5 Mod Para1
End Sub
