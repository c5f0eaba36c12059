' given 1
Sub Main()
  Dim x As Long
  x = Para1
  MsgBox (-9223372036854775807 - x) Mod -x
  MsgBox (-9223372036854775807 - x) \ x
  MsgBox -9223372036854775807 - x
End Sub
