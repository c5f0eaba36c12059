' given 1
Sub Main()
  Dim i As Long
  For i = 1 To 3
    While Result < Para1
      Result = i
  Next i
    Wend
End Sub
