Sub Main()
  Dim x As Long
  x = 3
  Result = Taken(x) * 100 + Taken(x) * 10 + x
End Sub
Function Taken(n As Long) As Long
  Taken = n
  n = n - 1
End Function
