Sub Main()
  Result = 1 ? 2
End Sub
