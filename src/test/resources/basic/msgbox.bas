' given 5
Sub Main()
  Dim x As Long
  MsgBox "calls: " & Para1
  MsgBox "with a title", 64, "Xlink"
  MsgBox ("in parentheses")
  Call MsgBox("called")
  MsgBox 3 > 2
  x = MsgBox("as a function", 4)
  Result = x * 100
End Sub
