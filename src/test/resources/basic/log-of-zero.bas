' given 0
' given -2
' given 1
Sub Main()
  Result = Log(Para1)
End Sub
