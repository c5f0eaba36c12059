Dim x As Long
Const Limit = x + 1
Sub Main()
  Result = Limit
End Sub
