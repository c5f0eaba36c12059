' given 5 0
Sub Main()
  Result = Para1 / Para2
End Sub
