Sub Main()
  MsgBox 12% + 1&
  MsgBox 9007199254740993# = 9007199254740992
  MsgBox 1.5! + 2#
  MsgBox &H1F& + &O17
  MsgBox &hff
End Sub
