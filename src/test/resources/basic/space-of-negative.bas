' given -1
Sub Main()
  Result = Len(Space(Para1))
End Sub
