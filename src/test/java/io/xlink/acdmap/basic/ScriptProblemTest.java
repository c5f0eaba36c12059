package io.xlink.acdmap.basic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said about scripts that do not compile, and about those that are probably wrong. */
class ScriptProblemTest {
    private static List<ScriptProblem> problems(String source) {
        return catchThrowableOfType(ScriptException.class, () -> Script.compile("$1.BAS", source))
                .problems();
    }

    @Test
    void theCaretStandsBelowTheProblemThroughTabs() {
        ScriptProblem problem =
                problems("Sub Main()\r\n\tResult = 1 +\t* 2\r\nEnd Sub\r\n").get(0);
        assertThat(problem.toString()).startsWith("$1.BAS:2:15: found * where a value is expected. ");
        assertThat(problem.excerpt()).isEqualTo("\tResult = 1 +\t* 2" + System.lineSeparator() + "\t            \t^");
    }

    @Test
    void severalProblemsAreReported() {
        assertThat(problems("Sub Main()\nResult = )\nx = = 2: y = (1\nWhile\nWend\nEnd Sub\nDimm z"))
                .extracting(problem -> problem.line() + ":" + problem.column())
                .containsExactly("2:10", "3:5", "3:16", "4:6", "7:1");
    }

    @Test
    void atMostTwentyProblems() {
        assertThat(problems("Sub Main()\n" + "Result = )\n".repeat(100) + "End Sub"))
                .hasSize(20);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Result = Squr(2) | 10 | there is no function Squr | Did you mean Sqr?",
                "Whille x < 3 | 1 | there is no Sub or statement Whille | Did you mean While?",
                "Result = Sqr(1, 2) | 10 | Sqr has 2 arguments where 1 is expected | Give as many",
                "Open \"x\" For Input As #1 | 1 | Open does not exist here: there are no files | Remove",
                "GoTo 10 | 1 | GoTo does not exist here: there are no jumps | Remove",
                "Dim a(10) | 6 | arrays do not exist here | Use a variable",
                "Dim a As Lnog | 10 | found Lnog where a type is expected | Did you mean Long?",
                "Const A = 1: A = 2 | 14 | A is a constant and cannot be assigned | Use a variable",
                "Const A = 1 / 0 | 13 | division by zero in the value of a constant | Test",
                "Dim s As String: s% = 1 | 18 | the type character of s% contradicts what s is | Leave",
                "Exit For | 1 | found Exit For outside of any For | Remove",
                "Next | 1 | found Next, but nothing is open | Remove",
                "Dim x, x | 8 | x is declared twice | Remove",
                "Result = \"abc | 10 | the text has no end | Close",
                "Result = Main | 10 | Main is a Sub and has no value | Make",
                "Result = 1 ? 2 | 12 | found ?, which has no meaning here | Remove",
                "Main 1 | 1 | Main has 1 argument where 0 are expected | Give"
            })
    void messages(String statement, int column, String what, String remedy) {
        ScriptProblem problem =
                problems("Sub Main()\n" + statement + "\nEnd Sub").get(0);
        assertThat(problem.what()).startsWith(what);
        assertThat(problem.remedy()).startsWith(remedy);
        assertThat(problem.line()).isEqualTo(2);
        assertThat(problem.column()).isEqualTo(column);
    }

    @Test
    void aMissingEndNamesTheBeginning() {
        ScriptProblem problem =
                problems("Sub Main()\nIf Para1 Then\nResult = 1\nEnd Sub").get(0);
        assertThat(problem.toString())
                .isEqualTo("$1.BAS:4:1: found End Sub where End If is expected. End the If of line 2 with End If");
    }

    @Test
    void namesWithoutDimAreWarnings() throws Exception {
        Script script = Script.compile("$1.BAS", "Dim total\nSub Main()\ntotla = Para3\nEnd Sub");
        assertThat(script.paras()).isEqualTo(3);
        assertThat(script.warnings())
                .extracting(ScriptProblem::toString)
                .containsExactly(
                        "$1.BAS:2:5: Result is never assigned, so 0 is delivered. Assign it: Result = expression",
                        "$1.BAS:3:1: totla is used without Dim. Did you mean total?");
    }

    @Test
    void optionExplicitMakesThemErrors() {
        assertThat(problems("Option Explicit\nSub Main()\nx = 1: x = 2\nEnd Sub"))
                .extracting(ScriptProblem::what)
                .containsExactly("x is used without Dim although Option Explicit stands");
    }

    @Test
    void onlyUsedParasCount() throws Exception {
        assertThat(Script.compile("$1.BAS", "Dim Para7 As Long\nSub Main\nResult = Para2\nEnd Sub")
                        .paras())
                .isEqualTo(2);
    }

    @Test
    void tokensKnowWhereTheyStand() {
        SourceText text = new SourceText("$1.BAS", "a% = _\n  &H1F ' comment _\n more\r\nRem x\rb");
        List<Token> tokens = Lexer.tokens(text, new Problems(text));
        assertThat(tokens)
                .filteredOn(token -> !token.endsLine())
                .extracting(token -> token.shown() + "@" + text.line(token.at()))
                .containsExactly("a%@1", "=@1", "&H1F@2", "b@5");
    }
}
