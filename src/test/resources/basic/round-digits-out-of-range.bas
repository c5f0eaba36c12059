' given -1
' given 16
' given 15
Sub Main()
  Result = Round(2.5, Para1)
End Sub
