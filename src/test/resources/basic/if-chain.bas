' given 1
' given 2
' given 3
' given 4
' given 5
Sub Main()
  If Para1 = 1 Then
    Result = 10
  ElseIf Para1 = 2 Then
    Result = 20
  Else If Para1 = 3 Then
    Result = 30
  ElseIf Para1 = 4
    Result = 40
  Else
    Result = 50
  End If
End Sub
