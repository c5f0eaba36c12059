' given 1 2 3
Sub Main()
  Result = Para1 _
    + Para2 _
        + Para3
  If Para1 = 1 And _
     Para2 = 2 Then
    Result = Result _
      * 10
  End If
End Sub
