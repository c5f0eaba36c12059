Sub Main()
  For i = 1 To i + 3
    Result = i
  Next
End Sub
