' given -1
Sub Main()
  Result = Len(String(Para1, "x"))
End Sub
