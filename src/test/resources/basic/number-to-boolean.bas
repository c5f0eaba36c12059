' given 0
' given 0.1
' given -7
Sub Main()
  Dim b As Boolean
  b = Para1
  Result = b
End Sub
