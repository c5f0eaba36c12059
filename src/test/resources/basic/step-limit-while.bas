Sub Main()
  While True
  Wend
End Sub
