' given 1
Sub Main()
  Dim i As Long
  If Para1 = 1 Then
    For i = 1 To 3
      Result = i
  Else
    Next i
    Result = 2
  End If
End Sub
