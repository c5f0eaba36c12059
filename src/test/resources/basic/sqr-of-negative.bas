' given -1
' given 9
Sub Main()
  Result = Sqr(Para1)
End Sub
