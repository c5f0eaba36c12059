' given 4
Sub Main()
  Let Result = Para1 * 2
End Sub
