Sub Main()
  MsgBox InStr("handled", "d") & InStr("handled", "x") & InStr("handled", "") & InStr("", "a")
  MsgBox InStr("Handled", "h") & InStr(12345, 34)
  Result = InStr("handled", "led") * 100
End Sub
