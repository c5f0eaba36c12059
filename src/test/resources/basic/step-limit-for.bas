' given 900000
' given 1100000
Sub Main()
  Dim i As Long
  For i = 1 To Para1
  Next
  Result = i
End Sub
