' given -1
' given 2
Sub Main()
  Result = Len(Right("abc", Para1))
End Sub
