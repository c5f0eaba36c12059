' given 1 2
' given 2 2
Sub Main()
  Select Case Para1
  Case 1
    Select Case Para2
    Case 2: Result = 12
    Case Else: Result = 10
    End Select
  Case Else
    Result = 99
  End Select
End Sub
