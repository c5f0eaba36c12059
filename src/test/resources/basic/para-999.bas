' given 7
Sub Main()
  Result = Para1 + Para999
End Sub
