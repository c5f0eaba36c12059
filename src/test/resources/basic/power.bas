Sub Main()
  MsgBox 0 ^ 0
  MsgBox 2 ^ 0.5 * 2 ^ 0.5 > 1.99
  MsgBox (-2) ^ 3
  MsgBox (-8) ^ 2
  MsgBox 10 ^ 15
  MsgBox True ^ 2
  MsgBox 4 ^ "0.5"
  Result = 2 ^ 10
End Sub
