' given 3600 minutes 0
' given 100 minutes 15
' 30 minutes' figure of which this quarter gets its half, rounded to hundredths
Sub Main()
  Result = Fix(Para1 / 2 * 100 + 0.5)
End Sub
