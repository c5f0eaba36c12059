Sub Main()
  Result = Count() + Count() + Count()
End Sub
Function Count() As Long
  Dim n As Long
  n = n + 1
  Count = Count + n
End Function
