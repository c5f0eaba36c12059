' given 65537
Sub Main()
  Result = Len(String(Para1, "ab"))
End Sub
