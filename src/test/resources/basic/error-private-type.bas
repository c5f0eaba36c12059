Private Type Call1
  n As Long
End Type
Sub Main()
  Result = 1
End Sub
