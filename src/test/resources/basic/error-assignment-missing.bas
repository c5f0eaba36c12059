Sub Main()
  Result
End Sub
