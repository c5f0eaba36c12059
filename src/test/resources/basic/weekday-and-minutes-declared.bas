' given weekday 2 minutes 615
Dim Weekday As Long
Dim Minutes As Long
Dim Result As Long
Sub Main()
  Result = (Minutes \ 60) * 100 + Weekday
End Sub
