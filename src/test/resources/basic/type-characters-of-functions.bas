' given 3
Sub Main()
  Result = Twice(Para1) * Len(Label$("ab"))
End Sub
Function Twice#(x#)
  Twice# = x# * 2
End Function
Function Label$(s$)
  Label = s & Left$(s, 1)
End Function
