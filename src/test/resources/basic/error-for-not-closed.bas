Sub Main()
  Dim i As Long
  For i = 1 To 3
    Result = i
End Sub
