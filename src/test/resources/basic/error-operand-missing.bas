' given 1
Sub Main()
  Result = Para1 *
End Sub
