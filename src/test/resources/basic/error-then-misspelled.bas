' given 1
Sub Main()
  If Para1 = 1 Thn
    Result = 1
  End If
End Sub
