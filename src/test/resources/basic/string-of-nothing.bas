Sub Main()
  Result = Len(String(3, ""))
End Sub
