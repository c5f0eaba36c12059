' given 1
Sub Main()
  Dim i As Long
  For i = 1 To 3
    If Para1 = i Then Next i
    Result = i
  Next i
End Sub
