' given 1
Sub Main()
  Reslut = Para1 * 100
End Sub
