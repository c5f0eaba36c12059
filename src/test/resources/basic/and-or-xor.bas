Sub Main()
  MsgBox True And False
  MsgBox True Or False
  MsgBox True Xor True
  MsgBox 12 And 10
  MsgBox 12 Or 10
  MsgBox 12 Xor 10
  MsgBox True And 6
  MsgBox 2.5 Or 1
  MsgBox "3" And 2
  MsgBox -1 And 9223372036854775807
  MsgBox False Or 0
  MsgBox 1 Or 2 Xor 3
End Sub
