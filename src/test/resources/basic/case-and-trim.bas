Sub Main()
  MsgBox UCase("Calls 1b") & LCase("CALLS Ä")
  MsgBox "|" & Trim("  a b  ") & "|" & LTrim("  a b  ") & "|" & RTrim("  a b  ") & "|"
  MsgBox Len(Trim("   ")) & Len(Trim(Chr(9) & "x" & Chr(9)))
  MsgBox UCase(True)
  Result = 1
End Sub
