' given 100 20
' given 100 0
' agents needed with their absences in percent
Sub Main()
  Dim gross As Double
  gross = Para1 / (1 - Para2 / 100)
  Result = Round(gross, 2) * 100
End Sub
