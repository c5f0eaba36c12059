Sub Main()
  MsgBox Abs(-2.5) & " " & Abs(3) & " " & Abs(True) & " " & Abs("-4")
  MsgBox Sgn(-0.1) & " " & Sgn(0) & " " & Sgn(99) & " " & Sgn(True)
  MsgBox Abs(-9223372036854775807)
  Result = Abs(-66.7)
End Sub
