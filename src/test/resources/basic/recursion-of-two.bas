' given 7
' given 10
Sub Main()
  If Even(Para1) Then Result = 2 Else Result = 1
End Sub
Function Even(n As Long) As Boolean
  If n = 0 Then Even = True Else Even = Odd(n - 1)
End Function
Function Odd(n As Long) As Boolean
  If n = 0 Then Odd = False Else Odd = Even(n - 1)
End Function
