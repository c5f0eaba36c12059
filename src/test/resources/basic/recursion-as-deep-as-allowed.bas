' given 99
' given 101
Sub Main()
  Result = Deep(Para1)
End Sub
Function Deep(ByVal n As Long) As Long
  If n > 1 Then Deep = 1 + Deep(n - 1) Else Deep = 1
End Function
