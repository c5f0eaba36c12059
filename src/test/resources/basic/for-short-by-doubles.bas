' given 1 2
' given 3 0
Sub Main()
  Dim x As Double, sum As Double
  For x = 0.5 To 2 Step 0.5
    Select Case x
      Case 1
        sum = sum + Para1
      Case Is > 1
        sum = sum + x / Para2
    End Select
  Next
  Result = sum * 1000 + x
End Sub
