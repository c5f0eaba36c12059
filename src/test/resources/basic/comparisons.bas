Sub Main()
  MsgBox 1 = 1.0
  MsgBox 1 <> 2
  MsgBox 1 < 2
  MsgBox 2 > 1
  MsgBox 1 <= 1
  MsgBox 1 >= 2
  MsgBox 1 =< 1
  MsgBox 1 => 2
  MsgBox 1 >< 2
  MsgBox "a" < "b"
  MsgBox "B" < "a"
  MsgBox "10" < "9"
  MsgBox "10" < 9
  MsgBox "1e1" = 10
  MsgBox "a" = "A"
  MsgBox "" < "a"
  MsgBox True = -1
  MsgBox True < False
  MsgBox 9007199254740993 = 9007199254740992
  MsgBox 9007199254740993 = 9007199254740992.0
  MsgBox 0.1 + 0.2 = 0.3
End Sub
