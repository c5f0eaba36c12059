' given -1
' given 65536
' given 65535
Sub Main()
  Result = Len(Chr(Para1))
End Sub
