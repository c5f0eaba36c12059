Sub Main()
  MsgBox 7 Mod 3
  MsgBox -7 Mod 3
  MsgBox 7 Mod -3
  MsgBox 7.5 Mod 3
  MsgBox 2.5 Mod 2
  MsgBox "10" Mod "4"
  MsgBox 9007199254740993 Mod 2
End Sub
