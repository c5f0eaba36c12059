Sub Main()
  If "yes" Then Result = 1
End Sub
