Sub Main()
  Dim i As Integer, n As Long
  For i = 0.5 To 2.5 Step 1.2
    n = n * 10 + i + 1
  Next
  Result = n
End Sub
