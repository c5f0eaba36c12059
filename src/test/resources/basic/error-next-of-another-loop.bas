Sub Main()
  Dim i, j
  For i = 1 To 3
    For j = 1 To 3
      Result = i
  Next i
  Next j
End Sub
