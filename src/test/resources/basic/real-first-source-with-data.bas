' given 0 0 5
' given 0 3 5
' given 0 0 0
Sub Main()
  If Para1 > 0 Then
    Result = Para1
  ElseIf Para2 > 0 Then
    Result = Para2
  ElseIf Para3 > 0 Then
    Result = Para3
  End If
  Result = Result * 100
End Sub
