Sub Main()
  Open "C:\calls.txt" For Output As #1
  Result = 1
End Sub
