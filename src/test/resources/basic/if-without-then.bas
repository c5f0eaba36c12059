' given 1
' given 0
Sub Main()
  If Para1 = 0
    Result = 5
  Else
    Result = 6
  EndIf
  If Para1 = 1   ' with a comment
    Result = Result + 10
  End If
End Sub
