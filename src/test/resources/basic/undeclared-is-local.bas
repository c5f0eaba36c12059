Sub Main()
  x = 5
  Other
  Result = x
End Sub
Sub Other()
  x = x + 7
End Sub
