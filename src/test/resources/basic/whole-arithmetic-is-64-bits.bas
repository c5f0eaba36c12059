Sub Main()
  MsgBox 300 * 200
  MsgBox 30000 + 30000
  MsgBox 3000000000 * 3
  MsgBox 9223372036854775807 - 1
  Result = 2147483647 + 1
End Sub
