Dim x% As Long
Sub Main()
  Result = x
End Sub
