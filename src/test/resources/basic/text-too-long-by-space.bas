' given 65536
' given 65537
' given 1E12
Sub Main()
  Result = Len(Space(Para1))
End Sub
