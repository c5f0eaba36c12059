Sub Main()
  MsgBox .5 + 1.0
  MsgBox 1.5E3
  MsgBox 1.5e-1
  MsgBox 2E+2
  MsgBox 9223372036854775807
  MsgBox 9223372036854775808
  MsgBox &H7FFFFFFF
End Sub
