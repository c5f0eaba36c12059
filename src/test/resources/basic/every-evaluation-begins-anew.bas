' given 1
' given 2
Dim total As Double
Sub Main()
  Dim turns
  total = total + Para1
  turns = turns + 1
  Result = total * 100 + turns
End Sub
