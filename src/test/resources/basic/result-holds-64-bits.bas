' given 9000000000000000000
' given -9223372036854775808
Sub Main()
  Result = Para1
End Sub
