Sub Main()
  Dim i As Long, n As Long
  For i = 3 To 1 Step -1
    n = n * 10 + i
  Next i
  Result = n * 10 + i
End Sub
