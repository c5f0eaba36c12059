Sub Main()
  Dim d As Double
  d = 9007199254740993
  MsgBox d = 9007199254740992
  MsgBox d - 9007199254740000
  Result = 1
End Sub
