' given 66.7
' given -66.7
' given 0.9999992
' given 0.99999
' given -0.9999995
' given 99.5
' given 1234567.0000005
Sub Main()
  Result = Para1
End Sub
