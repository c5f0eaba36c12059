Sub Main()
  _x = 5
  Result = 1 + ?
  ?Result
End Sub
