' given 1.25 2.5
' given 0.29
' given -0.667
Sub Main()
  Result = (Para1 + Para2) * 100
End Sub
