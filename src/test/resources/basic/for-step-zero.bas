Sub Main()
  Dim i As Long
  For i = 1 To 3 Step 0
    Result = Result + 1
  Next
End Sub
