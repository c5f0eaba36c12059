' given 200
Sub Main()
  Dim x As Integer, y As Integer
  y = Para1
  Result = y * 300
  x = y * 300
End Sub
