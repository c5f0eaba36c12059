Sub Main()
  Result = 1
Public Sub Other()
  Result = 2
End Sub
