' given -1
' given 1
' given -0.5
Sub Main()
  Result = 0 ^ Para1
End Sub
