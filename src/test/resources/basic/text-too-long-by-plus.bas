Sub Main()
  Dim s As String
  s = Space(65536)
  s = s + "x"
  Result = Len(s)
End Sub
