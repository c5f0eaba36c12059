' given 32767
' given 32767.4
' given -32768
' given -32768.5
' given 32767.5
' given 32768
' given -32769
Sub Main()
  Dim x As Integer
  x = Para1
  Result = x
End Sub
