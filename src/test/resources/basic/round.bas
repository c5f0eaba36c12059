Sub Main()
  MsgBox Round(0.5) & " " & Round(1.5) & " " & Round(2.5) & " " & Round(-2.5)
  MsgBox Round(2.345, 2) & " " & Round(2.355, 2) & " " & Round(-1.005, 2)
  MsgBox Round(1.25, 1) & " " & Round(1.35, 1) & " " & Round(1.251, 1)
  MsgBox Round(7) & " " & Round(7, 3) & " " & Round("2.5") & " " & Round(True)
  MsgBox Round(0.1234567890123456, 15)
  MsgBox Round(1234.5678, 0) & " " & Round(2.5, 0.4)
  Result = Round(66.666, 1) * 100
End Sub
