Sub Main()
  Dim x As Double, n As Long
  For x = 0 To 1 Step 0.25
    n = n + 1
  Next x
  Result = n * 100 + x * 100
End Sub
