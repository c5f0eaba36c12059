Sub Main()
  Dim n As Long, s As String
  Do While n < 2
    n = n + 1: s = s & "a"
  Loop
  Do Until n >= 4
    n = n + 1: s = s & "b"
  Loop
  Do
    n = n + 1: s = s & "c"
  Loop While n < 4
  Do
    n = n + 1: s = s & "d"
  Loop Until n > 6
  Do
    n = n + 1: s = s & "e"
    If n = 10 Then Exit Do
  Loop
  MsgBox s
  Result = n
End Sub
