Sub Main()
  Result = F()
End Sub
Function F()
  F = 1
End Function
Sub F()
End Sub
