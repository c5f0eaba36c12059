' given 3
Sub Main()
  Dim x: x = Para1: Result = x: Result = Result + 1::
  : Result = Result + 1
End Sub
