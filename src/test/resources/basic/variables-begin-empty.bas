Sub Main()
  Dim i As Integer, l As Long, d As Double, s As String, b As Boolean, v
  MsgBox i & l & d & s & b & v
  Result = 1
End Sub
