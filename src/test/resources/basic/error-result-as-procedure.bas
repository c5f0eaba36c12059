Sub Main()
  Result = 1
End Sub
Sub Result()
End Sub
