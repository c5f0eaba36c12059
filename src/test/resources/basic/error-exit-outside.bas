Sub Main()
  Exit For
  Exit Do
  Exit Function
  While True
    Exit Do
  Wend
  Result = 1
End Sub
