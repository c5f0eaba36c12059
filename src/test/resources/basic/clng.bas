' given 2.5
' given 2147483647
' given 2147483648
Sub Main()
  Result = CLng(Para1)
End Sub
