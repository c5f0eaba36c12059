' given 1
Sub Main()
  Dim x As Long
  x = Para1
End Sub
