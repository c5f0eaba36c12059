Sub Main()
  Result = Both(1)
End Sub
Function Both(a, b)
  Both = a + b
End Function
