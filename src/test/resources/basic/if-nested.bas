' given 1 1
' given 1 2
' given 2 1
' given 2 2
Sub Main()
  If Para1 = 1 Then
    If Para2 = 1 Then
      Result = 11
    Else
      Result = 12
    End If
  Else
    If Para2 = 1 Then
      Result = 21
    Else
      Result = 22
    End If
  End If
End Sub
