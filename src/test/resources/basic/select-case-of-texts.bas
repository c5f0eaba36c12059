' given 1
' given 2
' given 3
Sub Main()
  Dim s As String
  s = "a"
  If Para1 = 2 Then s = "mm"
  If Para1 = 3 Then s = "Z"
  Select Case s
    Case "a"
      Result = 1
    Case "b" To "n"
      Result = 2
    Case Is < "a"
      Result = 3
  End Select
End Sub
