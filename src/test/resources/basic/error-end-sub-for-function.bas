Function Half(x)
  Half = x / 2
End Sub
Sub Main()
  Result = Half(4)
End Sub
