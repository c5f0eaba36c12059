Sub Main()
  MsgBox 2 + 3 * 4
  MsgBox (2 + 3) * 4
  MsgBox -2 ^ 2
  MsgBox 2 ^ -1
  MsgBox 2 ^ +3
  MsgBox 2 ^ 3 ^ 2
  MsgBox 100 / 10 / 2
  MsgBox 7 \ 2 * 3
  MsgBox 10 Mod 4 * 3
  MsgBox 2 * 7 \ 3
  MsgBox 100 \ 7 Mod 5
  MsgBox 10 - 3 - 2
  MsgBox 1 + 2 & 3 + 4
  MsgBox 1 & 2 = 12
  MsgBox 12 = 1 & 2
  MsgBox Not 1 = 2
  MsgBox Not True And False
  MsgBox True Or True And False
  MsgBox True Xor True Or True
  MsgBox 2 * -3
  MsgBox 2 - -3
  MsgBox - - 3
  MsgBox 1 + 7 Mod 4
  MsgBox 3 > 2 > 1
  MsgBox -7 \ 2
  MsgBox -7 Mod 3
End Sub
