Sub Main()
  Dim i As Integer
  For i = 1 To 40000
    Result = i
    If i > 3 Then Exit For
  Next
End Sub
