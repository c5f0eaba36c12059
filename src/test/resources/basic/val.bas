Sub Main()
  MsgBox Val("12") & " " & Val("12abc") & " " & Val("-1.5e2x") & " " & Val("abc")
  MsgBox Val("") & " " & Val(".5.5") & " " & Val("1,5") & " " & Val("&H1Fxyz") & " " & Val(2.5)
  Result = Val("3 calls") * 100
End Sub
