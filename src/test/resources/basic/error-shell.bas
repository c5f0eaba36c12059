Sub Main()
  Dim x
  x = Shell("calc.exe")
  Result = 1
End Sub
