Sub Main()
  Result = 1
End Function
