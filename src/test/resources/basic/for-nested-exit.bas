Sub Main()
  Dim i As Long, j As Long, n As Long
  For i = 1 To 3
    For j = 1 To 3
      If j = 2 Then Exit For
      n = n + 1
    Next j
  Next i
  Result = n * 100 + i * 10 + j
End Sub
