' given 15
' given 16
' given 17
Sub Main()
  Dim s As String, i As Long
  s = "x"
  For i = 1 To Para1
    s = s & s
  Next
  Result = Len(s)
End Sub
