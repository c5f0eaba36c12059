Sub Main()
  Do
    Result = Result + 1
  Loop
End Sub
