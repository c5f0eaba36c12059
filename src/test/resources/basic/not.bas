Sub Main()
  MsgBox Not True
  MsgBox Not 0
  MsgBox Not 5
  MsgBox Not -1
  MsgBox Not 2.5
  MsgBox Not "1"
  MsgBox Not Not False
  MsgBox Not (1 > 2)
End Sub
