Sub Main()
  MsgBox 7 / 2
  MsgBox 6 / 2
  MsgBox 1 / 3
  Result = 2 / 3 * 100
End Sub
