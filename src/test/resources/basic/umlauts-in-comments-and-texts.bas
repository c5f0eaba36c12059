' given 1
' Größe der Schicht: – ½
Sub Main()
  MsgBox "für Straße"
  Result = Len("äöü€") * 100
End Sub
