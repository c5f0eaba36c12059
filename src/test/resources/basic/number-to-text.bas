Sub Main()
  MsgBox 0.1 + 0.2
  MsgBox 1 / 3
  MsgBox 2 / 3
  MsgBox 100.0
  MsgBox 1.50
  MsgBox 1E15
  MsgBox 1.5E20
  MsgBox 0.0001
  MsgBox 0.00001
  MsgBox 0.000012345
  MsgBox -1.5E20
  MsgBox 1E100
  MsgBox -0.25
  MsgBox 123456789012345.6
  MsgBox 1234567890123456.0
  MsgBox 12345678901234567
  MsgBox 0.0
  MsgBox 1E-300
End Sub
