' given 1
' given 2
' given 3
' given 4
' given 5
Sub Main()
  Dim s As String, d As Double
  If Para1 = 1 Then s = ""
  If Para1 = 2 Then s = "12 calls"
  If Para1 = 3 Then s = "1,5"
  If Para1 = 4 Then s = "   "
  If Para1 = 5 Then s = "True"
  d = s
  Result = d
End Sub
