Sub Main()
  Dim i As Long, n As Long
  For i = 1 To 8 Step 3
    n = n * 10 + i
  Next
  Result = n * 100 + i
End Sub
