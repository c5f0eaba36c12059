Sub Main()
  Dim i As Long, j As Long
  For i = 1 To 3
    Result = i
  Next j
End Sub
