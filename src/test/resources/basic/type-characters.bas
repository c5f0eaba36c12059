Sub Main()
  Dim i%, l&, d#, f!, s$
  i% = 2.5
  l& = 3.5
  d# = 0.25
  f! = 0.5
  s$ = 12
  MsgBox i & "|" & l & "|" & d & "|" & f & "|" & s + "x"
  Result = i + l% + 0
End Sub
