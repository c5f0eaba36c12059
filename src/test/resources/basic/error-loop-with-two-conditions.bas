Sub Main()
  Do While Result < 3
    Result = Result + 1
  Loop Until Result > 5
End Sub
