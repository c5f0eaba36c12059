' given 80 100 30 50
' given 0 0 30 50
' given 0 0 0 0
' answered within 20 s and offered, of two queues; the second counts twice
Const Second = 2
Sub Main()
  Dim within As Double, offered As Double
  within = Para1 + Second * Para3
  offered = Para2 + Second * Para4
  If offered = 0 Then
    Result = 10000
    Exit Sub
  End If
  Result = within / offered * 10000
End Sub
