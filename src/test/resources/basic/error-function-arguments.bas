Sub Main()
  Result = Int() + Left("a") + Sqr(1, 2)
End Sub
