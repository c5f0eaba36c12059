' given 2
Sub Main()
  Dim s As String
  s = "calls"
  Result = Para1 + s
End Sub
