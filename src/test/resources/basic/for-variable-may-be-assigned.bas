Sub Main()
  Dim i As Long, n As Long
  For i = 1 To 10
    n = n + 1
    i = i + 1
  Next
  Result = n * 100 + i
End Sub
