Sub Main()
  Dim i As Long
  For i = 1 To 5
    While True
      Exit For
    Wend
  Next
  Result = i
End Sub
