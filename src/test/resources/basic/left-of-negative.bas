' given -1
' given 2
Sub Main()
  Result = Len(Left("abc", Para1))
End Sub
