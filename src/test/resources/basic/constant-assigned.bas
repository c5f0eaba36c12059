Const Limit = 100
Sub Main()
  Limit = 5
  Result = Limit
End Sub
