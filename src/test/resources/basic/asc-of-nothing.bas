Sub Main()
  Result = Asc("")
End Sub
