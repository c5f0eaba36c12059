Sub Main()
  MsgBox "a" + "b"
  MsgBox "1" + "2"
  MsgBox "1" + 2
  MsgBox 1 + "2"
  MsgBox "1.5" + True
  Result = "3" + 4
End Sub
