Sub Main()
  MsgBox
  MsgBox , 1
  Result = MsgBox()
End Sub
