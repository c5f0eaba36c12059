Sub Main()
  Call Adjsut(1)
  Result = 1
End Sub
Sub Adjust(n As Long)
  Result = n
End Sub
