' given 1 0
Sub Main()
  Result = 1 + _
    Para1 / Para2
End Sub
