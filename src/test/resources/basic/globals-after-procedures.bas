Sub Main()
  x = 2.5
  y = 2.5
  z = "3"
  Result = x * 100 + y * 10 + Len(z)
End Sub
Global x As Long
Public y As Integer
Private z As String
