Sub Main()
  Result = 1
  Else
  Result = 2
End Sub
