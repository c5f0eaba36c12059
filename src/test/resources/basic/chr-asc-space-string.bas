Sub Main()
  MsgBox Chr(65) & Chr(97.5) & Chr(8364) & Chr("66")
  MsgBox Asc("A") & " " & Asc("€uro") & " " & Asc(7)
  MsgBox "|" & Space(3) & "|" & Space(0) & "|" & String(3, "xy") & "|" & String(0, "a") & "|" & String(2, 7) & "|"
  MsgBox Len(Chr(0)) & Len(Chr(65535))
  Result = Asc("d")
End Sub
