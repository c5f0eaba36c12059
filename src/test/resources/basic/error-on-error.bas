Sub Main()
  On Error Resume Next
  Result = 1
End Sub
