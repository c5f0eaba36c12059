' given 7
Sub Main()
  Dim x As Long
  x = Para1
End Sub
