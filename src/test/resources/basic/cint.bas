' given 2.5
' given 3.5
' given -32768
' given 32768
Sub Main()
  Result = CInt(Para1)
End Sub
