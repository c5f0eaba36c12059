Sub Main()
  Result = 5 / 0
End Sub
