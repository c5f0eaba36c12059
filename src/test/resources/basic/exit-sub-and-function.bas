' given 1
' given 5
Sub Main()
  Result = Size(Para1)
  Mark
End Sub
Function Size(x) As Long
  Size = 1
  If x < 3 Then Exit Function
  Size = 2
End Function
Sub Mark()
  If Result = 1 Then Exit Sub
  Result = Result * 10
End Sub
