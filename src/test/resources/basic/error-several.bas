' given 1
Sub Main()
  Result = Para1 +
  Result = Sqrt(4)
  GoTo there
  Result = 1
End Sub
