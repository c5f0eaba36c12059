' Annahmequote in Prozent, mal 100
Dim Result As Long
Dim Weekday As Long
Dim Minutes As Long
Dim Para1 As Long
Dim Para2 As Long
Sub Main()
  If Para2 = 0 Then
    Result = 0
  Else
    Result = (Para1 / Para2) * 10000
  End If
End Sub
