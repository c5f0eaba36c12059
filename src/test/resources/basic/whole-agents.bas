' given 2.5
' given 3.5
' given 2.51
' given 2.49
' given -2.5
Sub Main()
  Dim agents As Long
  agents = Para1
  Result = agents * 100
End Sub
