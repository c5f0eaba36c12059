Sub Main()
  Print "calls"
  Result = 1
End Sub
