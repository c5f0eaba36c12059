' given 0
Sub Main()
  Result = IIf(Para1 = 0, 0, 100 / Para1)
End Sub
