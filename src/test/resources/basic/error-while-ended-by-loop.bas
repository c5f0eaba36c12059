Sub Main()
  While Result < 3
    Result = Result + 1
  Loop
End Sub
