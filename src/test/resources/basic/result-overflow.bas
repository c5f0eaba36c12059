' given 9223372036854775808
' given -9300000000000000000
' given 1E300
Sub Main()
  Result = Para1
End Sub
