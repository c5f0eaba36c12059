Sub Main()
  Sub Inner()
    Result = 1
  End Sub
  Result = 2
  Inner
End Sub
