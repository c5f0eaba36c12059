Sub Main()
  Dim n As Long
  n = "2.5": MsgBox n
  n = " 3.5": MsgBox n
  Result = n
End Sub
