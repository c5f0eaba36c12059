Sub Main()
  MsgBox CInt("12.5") & " " & CInt(True) & " " & CLng(-0.5)
  MsgBox CDbl("1.5") + 1 & " " & CDbl(True)
  MsgBox CStr(1.50) + CStr(2) + CStr(True)
  MsgBox CBool(2) & " " & CBool("0") & " " & CBool("true")
  MsgBox CInt(300) * CInt(300)
  Result = CDbl("7") * 10
End Sub
