' given 0 1
' given 1 -1
' given 1 1
Sub Main()
  Result = Len(Mid("abc", Para1, Para2))
End Sub
