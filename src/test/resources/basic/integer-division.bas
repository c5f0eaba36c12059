Sub Main()
  MsgBox 7 \ 2
  MsgBox -7 \ 2
  MsgBox 7 \ -2
  MsgBox 7.5 \ 2
  MsgBox 6.5 \ 2
  MsgBox 2.5 \ 1
  MsgBox "9" \ 2
  MsgBox True \ True
  MsgBox 9007199254740993 \ 1
  Result = 11 \ 2.4
End Sub
