Sub Main()
  Dim i As Long
  Do
    Result = Result + 1
  Next i
End Sub
