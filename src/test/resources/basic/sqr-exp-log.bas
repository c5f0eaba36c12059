Sub Main()
  MsgBox Sqr(16) & " " & Sqr("2.25") & " " & Sqr(0)
  MsgBox Exp(0) & " " & Exp(1)
  MsgBox Log(1) & " " & Log(Exp(2))
  Result = Sqr(2) * 10000
End Sub
