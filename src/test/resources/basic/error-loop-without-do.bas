Sub Main()
  Result = 1
  Loop
End Sub
