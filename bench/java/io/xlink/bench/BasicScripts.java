package io.xlink.bench;

import io.xlink.acdmap.basic.Evaluation;

/** The two scripts of {@code bench/basic}, in each language that is compared. */
final class BasicScripts {
    static final String RATIO = """
            Dim Result As Long
            Dim Para1 As Long
            Dim Para2 As Long
            Sub Main()
              If Para2 = 0 Then
                Result = 0
              Else
                Result = (Para1 / Para2) * 100
              End If
            End Sub
            """;

    static final String WEIGHTS = """
            Dim Result As Long
            Sub Main()
              Dim i As Long, weight As Double, sum As Double
              For i = 1 To 8
                Select Case i + Weekday
                  Case 1, 2
                    weight = 0.5
                  Case 3 To 6
                    weight = 1
                  Case Is > 8
                    weight = 2.5
                  Case Else
                    weight = 0
                End Select
                sum = sum + weight * (Para1 + i) / (Para2 + 1)
              Next i
              If Minutes >= 480 And Minutes < 1200 Then
                Result = sum * 100
              Else
                Result = Int(sum) * 100
              End If
            End Sub
            """;

    static final String RATIO_JS = """
            function result(para1, para2, weekday, minutes) {
              var result = para2 == 0 ? 0 : (para1 / para2) * 100;
              var nearest = Math.round(result);
              return Math.abs(result - nearest) <= 0.000001 ? nearest : Math.trunc(result);
            }
            """;

    static final String WEIGHTS_JS = """
            function result(para1, para2, weekday, minutes) {
              var weight = 0, sum = 0;
              for (var i = 1; i <= 8; i++) {
                var day = i + weekday;
                if (day == 1 || day == 2) { weight = 0.5; }
                else if (day >= 3 && day <= 6) { weight = 1; }
                else if (day > 8) { weight = 2.5; }
                else { weight = 0; }
                sum = sum + weight * (para1 + i) / (para2 + 1);
              }
              var result = minutes >= 480 && minutes < 1200 ? sum * 100 : Math.floor(sum) * 100;
              var nearest = Math.round(result);
              return Math.abs(result - nearest) <= 0.000001 ? nearest : Math.trunc(result);
            }
            """;

    private BasicScripts() {}

    /** What a Java programmer would write: nothing is checked for overflow, and no steps are counted. */
    static Evaluation ratio() {
        return (paras, weekday, minutes) -> paras[1] == 0 ? 0 : truncated((paras[0] / paras[1]) * 100);
    }

    static Evaluation weights() {
        return BasicScripts::weights;
    }

    private static long weights(double[] paras, int weekday, int minutes) {
        double weight;
        double sum = 0;
        for (int i = 1; i <= 8; i++) {
            int day = i + weekday;
            if (day == 1 || day == 2) {
                weight = 0.5;
            } else if (day >= 3 && day <= 6) {
                weight = 1;
            } else if (day > 8) {
                weight = 2.5;
            } else {
                weight = 0;
            }
            sum = sum + weight * (paras[0] + i) / (paras[1] + 1);
        }
        return minutes >= 480 && minutes < 1200 ? truncated(sum * 100) : truncated(Math.floor(sum) * 100);
    }

    private static long truncated(double value) {
        double nearest = Math.rint(value);
        return (long) (Math.abs(value - nearest) <= 0.000001 ? nearest : value);
    }
}
