Sub Main()
  Dim b As Boolean
  b = "TRUE": MsgBox b
  b = "false": MsgBox b
  b = "0": MsgBox b
  b = "0.5": MsgBox b
  b = " -1 ": MsgBox b
  If "true" Then Result = 1
End Sub
