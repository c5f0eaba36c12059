Sub Main()
  Result = 1 + "two"
End Sub
