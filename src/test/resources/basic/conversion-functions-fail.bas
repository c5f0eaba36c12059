' given 1
' given 2
Sub Main()
  If Para1 = 1 Then
    Result = CDbl("one")
  Else
    If CBool("") Then Result = 1
  End If
End Sub
