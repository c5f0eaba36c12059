' given 10 0
' given 10 5
Sub Main()
  If Para2 <> 0 Then
    If Para1 / Para2 > 1 Then Result = 100
  End If
End Sub
