' given 2
Sub Main()
  x = 2.5
  Result = x * 10
  If Para1 > 5 Then
    Dim x As Integer
  End If
End Sub
