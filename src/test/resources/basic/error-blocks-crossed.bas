' given 1
Sub Main()
  Dim i As Long
  For i = 1 To 3
    If i = Para1 Then
      Result = i
  Next
    End If
End Sub
