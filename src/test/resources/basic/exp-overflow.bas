' given 1000
' given -1000
Sub Main()
  Result = Exp(Para1)
End Sub
