' given 1000 250 50 13
' given 1000 250 50 0
' given 0 0 0 5
' talk time, hold time, wrap-up time, calls handled; seconds a call
Dim total As Double
Sub Main()
  total = Para1 + Para2 + Para3
  If Para4 > 0 Then
    Result = total / Para4 * 100
  Else
    Result = 0
  End If
End Sub
