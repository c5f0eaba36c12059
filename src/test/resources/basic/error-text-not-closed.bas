Sub Main()
  MsgBox "calls
  Result = 1
End Sub
