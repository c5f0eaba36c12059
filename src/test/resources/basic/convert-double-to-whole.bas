Sub Main()
  Dim x As Long
  x = 0.5: MsgBox x
  x = 1.5: MsgBox x
  x = 2.5: MsgBox x
  x = -2.5: MsgBox x
  x = -0.5: MsgBox x
  x = 2.5000001: MsgBox x
  x = 2147483647.4: MsgBox x
  x = -2147483648.5: MsgBox x
End Sub
