Sub Main()
  Mian
  Result = 1
End Sub
Sub Other()
End Sub
