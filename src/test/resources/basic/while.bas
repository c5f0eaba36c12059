' given 5
Sub Main()
  Dim n As Double
  n = Para1
  While n > 1
    Result = Result * 10 + n
    n = n - 1
  Wend
End Sub
