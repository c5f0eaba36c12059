Sub Main()
  Result = IIf(True, 1, "x")
End Sub
