' given 200 14
' given 0 0
Sub Main()
  If Para1 <= 0 Then Result = 0: Exit Sub
  Result = Para2 / Para1 * 100 * 100
End Sub
