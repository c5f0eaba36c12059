Sub Main()
  Dim x
  Set x = CreateObject("Excel.Application")
  Result = 1
End Sub
