' given 0
Sub Main()
  MsgBox "before"
  Result = 1 / Para1
  MsgBox "behind"
End Sub
