' given 4
DIM CALLS AS LONG
SUB MAIN()
  calls = para1
  RESULT = Calls * HUNDRED()
END SUB
function Hundred() as long
  hundred = 100
END function
