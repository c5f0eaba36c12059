Sub Main()
  Do
    Result = Result + 1
  Loop Until Result < 0
End Sub
