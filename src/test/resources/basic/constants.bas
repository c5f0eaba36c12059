Const Limit = 100
Const Factor As Double = 1.5, Name1 = "cap"
Const Both = Limit * Factor, Rounded As Integer = 2.5
Sub Main()
  Const Limit = 7
  MsgBox Name1 & Both & " " & Rounded
  Result = Limit + Other()
End Sub
Function Other() As Long
  Other = Limit * 10
End Function
