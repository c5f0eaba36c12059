Dim n As Long
Sub Main()
  Add 1
  Add (2)
  Call Add(3)
  AddBoth 4, 5
  Call AddBoth(6, 7)
  Nothing1
  Call Nothing1
  Call Nothing1()
  Sum 1
  Result = n + Sum(1) + Constant + Constant()
End Sub
Sub Add(x As Long)
  n = n + x
End Sub
Sub AddBoth(x As Long, ByVal y As Long)
  n = n + x + y
End Sub
Sub Nothing1()
  n = n + 100
End Sub
Function Sum(x As Long) As Long
  Sum = x + 1000
End Function
Function Constant() As Long
  Constant = 10000
End Function
