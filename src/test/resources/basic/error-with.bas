Sub Main()
  With Sheet
    .Value = 1
    x = .Value
  End With
  Result = 1
End Sub
