Dim x As Long
x = 5
Sub Main()
  Result = x
End Sub
