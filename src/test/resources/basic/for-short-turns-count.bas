' given 100000
' given 112000
Sub Main()
  Dim i As Long, j As Long, n As Long
  For i = 1 To Para1
    For j = 1 To 8
      n = n + j
    Next
  Next
  Result = n + j
End Sub
