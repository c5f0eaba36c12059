' given 1E19
' given 1E18
Sub Main()
  Result = Para1 \ 1000000000
End Sub
