' given 10
Sub Main()
  Result = Factorial(Para1)
End Sub
Function Factorial(n)
  If n <= 1 Then
    Factorial = 1
  Else
    Factorial = n * Factorial(n - 1)
  End If
End Function
