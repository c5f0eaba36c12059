Sub Main()
  Result = Sqr("four")
End Sub
