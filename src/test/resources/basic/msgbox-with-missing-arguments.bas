Sub Main()
  MsgBox "a", , "title"
  MsgBox "b", 1, , , 2
  Result = MsgBox("c", , "t") + MsgBox("d", 64)
End Sub
