Sub Main()
  Result = Deeper(1)
End Sub
Function Deeper(n As Long) As Long
  Deeper = Deeper(n + 1)
End Function
