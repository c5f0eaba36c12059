Sub Main()
  Dim i As Long, n As Long, last As Long
  last = 3
  For i = 1 To last
    last = 10
    n = n + 1
  Next i
  Result = n
End Sub
