Sub Main()
  GoSub part
  Result = 1
End Sub
