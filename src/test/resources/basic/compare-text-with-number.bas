Sub Main()
  If "abc" > 5 Then Result = 1
End Sub
