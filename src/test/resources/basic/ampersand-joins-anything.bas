Sub Main()
  MsgBox 1 & 2
  MsgBox 1.50 & True & "x"
  MsgBox -3 & ""
  Result = 1 & 5 & "0"
End Sub
