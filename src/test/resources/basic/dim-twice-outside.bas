Dim total As Long
Dim Total As Long
Sub Main()
  Result = total
End Sub
