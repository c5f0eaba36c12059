' given 2
' given 9
Sub Main()
  Dim i As Long, n As Long
  For i = 1 To 4
    If i = Para1 Then Exit For
    n = n * 10 + i
  Next
  Result = n * 100 + i
End Sub
