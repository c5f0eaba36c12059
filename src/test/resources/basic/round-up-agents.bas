' given 2.01
' given 2
' given 0
Sub Main()
  Result = -Int(-Para1) * 100
End Sub
