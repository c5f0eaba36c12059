Sub Main()
  Result = Other(1)
End Sub
Sub Other(x)
  Result = x
End Sub
