Sub Main()
  Result = 1,5 * 100
End Sub
