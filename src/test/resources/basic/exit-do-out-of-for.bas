Sub Main()
  Dim i As Long, n As Long
  Do
    For i = 1 To 5
      n = n + 1
      If i = 3 Then Exit Do
    Next
  Loop
  Result = n * 10 + i
End Sub
