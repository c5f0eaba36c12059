Sub Main()
  Result = Small(40000)
End Sub
Function Small(x As Long) As Integer
  Small = x
End Function
