Sub Main()
  Dim b As Boolean, d As Double, n As Integer
  b = 3 > 2
  d = b
  n = b
  MsgBox d & " " & n & " " & b + b
  Result = b * 100
End Sub
