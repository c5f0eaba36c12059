Sub Main()
  Dim i As Integer
  For i = 32765 To 32767
    Result = i
  Next
End Sub
