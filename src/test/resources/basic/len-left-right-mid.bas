Sub Main()
  Dim s As String
  s = "handled"
  MsgBox Len(s) & Left(s, 4) & "|" & Right(s, 3) & "|" & Mid(s, 5) & "|" & Mid(s, 2, 3)
  MsgBox Left(s, 0) & "|" & Left(s, 99) & "|" & Right(s, 99) & "|" & Right(s, 0)
  MsgBox Mid(s, 8) & "|" & Mid(s, 99) & "|" & Mid(s, 7, 99) & "|" & Mid(s, 1, 0)
  MsgBox Len("") & Len(1234) & Len(True) & Len(1.50)
  MsgBox Left(12345, 2) & Mid(12345, 2.5, 1.5)
  Result = Len(s) * 100
End Sub
