Sub Main()
  Result = 1
  Sub Inner()
  End Sub
End Sub
