' given 1
Sub Main()
  If Para1 = 1 Then
    Result = 1
  ElseIf Para1 = 2 Than
    Result = 2
  End If
End Sub
