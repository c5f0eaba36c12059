' given 1
Sub Main()
  Rem a whole line
  REM another
  Result = 1 ' behind
  Rem
  Result = Result + 1 : Rem behind a colon
  'Result = 100
  ' Rem ' "
End Sub
