Sub Main()
  Result = 5
  Result = 1 + Stopped()
End Sub
Function Stopped()
  Stopped = 3
  End
End Function
