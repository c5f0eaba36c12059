Sub Maine()
  Result = 1
End Sub
