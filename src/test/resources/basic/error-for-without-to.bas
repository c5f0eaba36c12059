Sub Main()
  Dim i As Long
  For i = 1
    Result = i
  Next
End Sub
