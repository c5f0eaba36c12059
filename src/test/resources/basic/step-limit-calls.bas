' given 400000
' given 600000
Sub Main()
  Dim i As Long
  For i = 1 To Para1
    Add 1
  Next
End Sub
Sub Add(n As Long)
  Result = Result + n
End Sub
