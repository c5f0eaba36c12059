Sub Main()
  Dim d As Double
  d = "12": MsgBox d
  d = "  -1.5  ": MsgBox d
  d = "+.5": MsgBox d
  d = "1.5E3": MsgBox d
  d = "2e-2": MsgBox d
  d = "&H1F": MsgBox d
  d = "&o17": MsgBox d
  d = "007": MsgBox d
  Result = "2.5" * 2
End Sub
