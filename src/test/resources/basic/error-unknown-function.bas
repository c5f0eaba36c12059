' given 4
Sub Main()
  Result = Sqrt(Para1)
End Sub
