Sub Main()
  MsgBox Int(2.7) & " " & Fix(2.7)
  MsgBox Int(-2.7) & " " & Fix(-2.7)
  MsgBox Int(-2) & " " & Fix(True)
  MsgBox Int("2.9") & " " & Fix(" -2.9 ")
  MsgBox Int(9007199254740993)
  Result = Int(12.999) * 100
End Sub
