' given 1.5 2.25
Dim Para1 As Long, Para2 As Integer
Sub Main()
  Dim Para2 As String
  Result = (Para1 + Para2) * 100
  MsgBox Para1 & "|" & Para2
End Sub
