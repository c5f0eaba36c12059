' given 100
' given 100000
Sub Main()
  Dim s As String, i As Long
  For i = 1 To Para1
    s = Space(65536)
  Next
  Result = i
End Sub
