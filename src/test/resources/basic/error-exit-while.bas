Sub Main()
  While True
    Exit While
  Wend
  Result = 1
End Sub
