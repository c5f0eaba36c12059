' given 400
Sub Main()
  Result = 10 ^ Para1
End Sub
