package io.xlink.acdmap.basic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What scripts compute, and what stops them. */
class ScriptTest {
    private static final String RATIO = """
            Dim Result As Long
            Dim Para1 As Long        ' calls handled
            Dim Para2 As Long        ' calls offered
            Sub Main()
              If Para2 = 0 Then
                Result = 0
              Else
                Result = (Para1 / Para2) * 100
              End If
            End Sub
            """;

    private final List<String> dialogs = new ArrayList<>();

    private Evaluation evaluation(String source) throws ScriptException {
        return Script.compile("$1.BAS", source).evaluation(dialogs::add);
    }

    private long result(String source, double... paras) throws ScriptException, ScriptFailure {
        return evaluation(source).result(paras, 2, 480);
    }

    private ScriptFailure failure(String source, double... paras) throws ScriptException {
        Evaluation evaluation = evaluation(source);
        return catchThrowableOfType(ScriptFailure.class, () -> evaluation.result(paras, 2, 480));
    }

    private static String main(String statements) {
        return "Sub Main()\n" + statements + "\nEnd Sub\n";
    }

    @Test
    void theRatioOfTheDocumentation() throws Exception {
        Evaluation ratio = evaluation(RATIO);
        assertThat(ratio.result(new double[] {2, 3}, 2, 480)).isEqualTo(66);
        assertThat(ratio.result(new double[] {2, 0}, 2, 480)).isZero();
        assertThat(ratio.result(new double[] {2}, 2, 480)).isZero();
        assertThat(ratio.result(new double[] {-2, 3}, 2, 480)).isEqualTo(-66);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1 + 2 * 3 | 7",
                "-2 ^ 2 | -4",
                "2 ^ -1 ^ 2 * 100 | 25",
                "2 ^ 3 ^ 2 | 64",
                "7 \\ 2 | 3",
                "-7 \\ 2 | -3",
                "-7 Mod 3 | -1",
                "7.5 \\ 2.5 | 4",
                "300 * 200 | 60000",
                "0.29 * 100 | 29",
                "66.7 | 66",
                "-66.7 | -66",
                "True + True | -2",
                "Not 5 | -6",
                "6 And 3 | 2",
                "6 Or 3 | 7",
                "6 Xor 3 | 5",
                "(1 = 1) And (2 = 2) | -1",
                "\"5\" + 1 | 6",
                "\"5\" + \"1\" | 51",
                "5 & 1 | 51",
                "\" &H1F \" * 1 | 31",
                "&H1F + &O17 | 46",
                "CLng(2.5) + CLng(3.5) | 6",
                "Int(-1.5) | -2",
                "Fix(-1.5) | -1",
                "Round(2.345, 2) * 100 | 234",
                "Round(2.675, 2) * 100 | 268",
                "Len(\"say \"\"x\"\"\") | 7",
                "InStr(\"hello\", \"lo\") | 4",
                "Val(\" 12abc\") | 12",
                "Asc(Chr$(65)) | 65",
                "Len(String(5, \"ab\")) | 5",
                "IIf(1 > 2, 10, 20) | 20",
                "Len(0.1 + 0.2) | 3",
                "Weekday * 1000 + Minutes | 2480",
                "\"b\" > \"a\" | -1",
                "1 = 1 = True | -1",
                "Abs(-5) + Sgn(-3) | 4",
                "MsgBox(\"x\", 1) | 1",
                ".5 * 1.5E3 | 750",
                "Mid(\"hello\", 2, 3) = \"ell\" | -1",
                "Not 1 = 2 | -1",
                "10 - -3 | 13",
                "Exp(0) + Log(1) + Sqr(16) | 5"
            })
    void expressions(String expression, long expected) throws Exception {
        assertThat(result(main("Result = " + expression))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "150000000000000000000 | 1.5E+20", "0.1 + 0.2 | 0.3", "1 / 3 | 0.333333333333333",
                        "2 / 3 | 0.666666666666667", "1E-5 | 1E-05",
                "0.0001 | 0.0001", "1E15 | 1000000000000000", "1E15 + 1 | 1E+15", "-1.5E-7 | -1.5E-07",
                        "1E100 | 1E+100",
                "True | True", "1.0 | 1", "123456789012345678 | 123456789012345678"
            })
    void numbersAsTexts(String expression, String expected) throws Exception {
        result(main("MsgBox " + expression));
        assertThat(dialogs).containsExactly(expected);
    }

    @Test
    void loopsAndChoices() throws Exception {
        assertThat(result(main("""
                Dim i As Long, sum As Long
                For i = 1 To 10
                  Select Case i
                    Case 1, 3 To 5, Is > 9: sum = sum + i
                    Case Else
                      If i = 2 Then sum = sum + 100 Else sum = sum + 0
                  End Select
                Next i
                For i = 10 To 1 Step -3: sum = sum + 1000: Next
                While sum < 5000
                  sum = sum + 1000
                Wend
                Do
                  sum = sum + 1
                  If sum Mod 10 = 0 Then Exit Do
                Loop Until False
                Result = sum * 100 + i
                """))).isEqualTo(513000 - 2);
    }

    @Test
    void procedures() throws Exception {
        assertThat(result("""
                Dim total As Double
                Function Factorial(ByVal n As Long) As Long
                  If n <= 1 Then
                    Factorial = 1
                    Exit Function
                  End If
                  Factorial = n * Factorial(n - 1)
                End Function
                Sub Twice(x As Long, y)
                  x = x * 2
                  y = y * 2
                End Sub
                Sub Main()
                  Dim a As Long
                  a = 5
                  total = 1.25
                  Twice a, total
                  Twice (a), (total)
                  Call Twice(a, total)
                  Result = Factorial(5) * 1000 + a * 10 + total
                End Sub
                """)).isEqualTo(120_000 + 200 + 5);
    }

    @Test
    void endKeepsResult() throws Exception {
        assertThat(result("Sub Main\nResult = 7\nStopNow\nResult = 8\nEnd Sub\nSub StopNow\nEnd\nEnd Sub"))
                .isEqualTo(7);
    }

    @Test
    void nothingIsRemembered() throws Exception {
        Evaluation evaluation =
                evaluation("Dim n, t As String\nSub Main\nn = n + 1\nt = t & 1\nResult = Result + n + Len(t)\nEnd Sub");
        assertThat(evaluation.result(new double[0], 1, 0)).isEqualTo(2);
        assertThat(evaluation.result(new double[0], 1, 0)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Result = 1 + Para1 / Para2 | DIVISION_BY_ZERO | 20",
                "Result = 5 \\ 0 | DIVISION_BY_ZERO | 12",
                "Result = 5 Mod 0.4 | DIVISION_BY_ZERO | 12",
                "Result = 0 ^ -1 | DIVISION_BY_ZERO | 12",
                "Result = (-8) ^ 0.5 | INVALID_ARGUMENT | 15",
                "Result = 9223372036854775807 + 1 | OVERFLOW | 30",
                "Result = 1E300 * 1E300 | OVERFLOW | 16",
                "Result = 1E19 | OVERFLOW | 10",
                "Dim i As Integer: i = 300 * 200 | OVERFLOW | 27",
                "Result = 1 + \"x\" | TYPE_MISMATCH | 14",
                "Result = \"\" | TYPE_MISMATCH | 10",
                "Result = Sqr(-1) | INVALID_ARGUMENT | 10",
                "Result = CInt(40000) | OVERFLOW | 10",
                "Result = Len(Mid(\"a\", 0)) | INVALID_ARGUMENT | 14",
                "Result = Len(String(65537, \"a\")) | TEXT_TOO_LONG | 14",
                "Do: Loop | STEP_LIMIT | 1",
                "If Para2 <> 0 And Para1 / Para2 > 1 Then Result = 1 | DIVISION_BY_ZERO | 25"
            })
    void failures(String statement, Reason reason, int column) throws Exception {
        ScriptFailure failure = failure(main(statement));
        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.problem().line()).isEqualTo(2);
        assertThat(failure.problem().column()).isEqualTo(column);
        assertThat(failure.problem().source()).isEqualTo(statement);
    }
}
