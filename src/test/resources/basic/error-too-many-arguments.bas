Sub Main()
  Add 1, 2
End Sub
Sub Add(a)
  Result = a
End Sub
