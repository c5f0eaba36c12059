' given 5.9
Sub Main()
  Result = Para1
  Result = Result * 10
  Result = Result + 0.5
End Sub
