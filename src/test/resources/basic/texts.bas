Sub Main()
  MsgBox "say ""hello"""
  MsgBox ""
  MsgBox """"
  MsgBox "it's no ' comment"
  MsgBox "a : b"
  MsgBox "rem _"
End Sub
