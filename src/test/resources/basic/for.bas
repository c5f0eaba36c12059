Sub Main()
  Dim i As Long, n As Long
  For i = 1 To 4
    n = n * 10 + i
  Next i
  Result = n * 10 + i
End Sub
