Sub Main()
  Dim i As Long, n As Long
  For i = 5 To 1
    n = n + 1
  Next
  For i = 1 To 5 Step -1
    n = n + 1
  Next
  Result = n * 10 + i
End Sub
