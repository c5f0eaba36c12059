' given 2147483647
' given -2147483648
' given 2147483648
' given -2147483649
Sub Main()
  Dim x As Long
  x = Para1
  Result = x
End Sub
