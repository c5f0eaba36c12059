Sub Main()
  MsgBox IIf(1 > 2, "a", "b") + "c"
  MsgBox IIf(True, 1 > 2, True)
  MsgBox IIf(True, 9007199254740993, 1) - 9007199254740992
  MsgBox IIf(True, 9007199254740993, 1.0) - 9007199254740992
  MsgBox IIf(True, True, 5)
  MsgBox IIf(0, "1", 2)
  Result = IIf("false", 1, 2)
End Sub
