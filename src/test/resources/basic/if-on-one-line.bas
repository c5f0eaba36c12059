' given 1
' given 2
Sub Main()
  Dim a As Long
  If Para1 = 1 Then a = 1: Result = 5 Else a = 2: Result = 7
  Result = Result * 10 + a
End Sub
