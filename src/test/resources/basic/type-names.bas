Sub Main()
  Dim a As Single, b As Currency, c As Variant, d As Double, e
  a = 1 / 4: b = 1 / 4: c = 1 / 4: d = 1 / 4: e = 1 / 4
  Result = (a + b + c + d + e) * 100
End Sub
