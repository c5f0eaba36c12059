' given 3 4
' given 3 0
' given 2 3
' given 0 5
Dim Result As Long
Dim Para1 As Long        ' calls handled
Dim Para2 As Long        ' calls offered
Sub Main()
  If Para2 = 0 Then
    Result = 0
  Else
    Result = (Para1 / Para2) * 100
  End If
End Sub
