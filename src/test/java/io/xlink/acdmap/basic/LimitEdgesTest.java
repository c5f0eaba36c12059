package io.xlink.acdmap.basic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a script may have at most, and one more. */
class LimitEdgesTest {
    private static final int NESTED = 100;
    private static final int OPERATORS = 500;
    private static final int CHARACTERS = 65_536;

    private static String main(String statements) {
        return "Sub Main()\n" + statements + "\nEnd Sub\n";
    }

    private static long result(String source) throws ScriptException, ScriptFailure {
        return Script.compile("$1.BAS", source).evaluation(text -> {}).result(new double[0], 1, 0);
    }

    /** The only problem of a script. */
    private static ScriptProblem problem(String source) {
        ScriptException refused = catchThrowableOfType(ScriptException.class, () -> Script.compile("$1.BAS", source));
        assertThat(refused.problems()).hasSize(1);
        return refused.problems().get(0);
    }

    private static String parentheses(int depth) {
        return main("Result = " + "(".repeat(depth) + "7" + ")".repeat(depth));
    }

    private static String operators(int count) {
        return main("Result = 1" + " + 1".repeat(count));
    }

    private static String blocks(String begin, String end, int depth) {
        return main((begin + "\n").repeat(depth) + "Result = 7\n" + (end + "\n").repeat(depth));
    }

    private static String characters(int count) {
        String script = main("Result = 7") + "'";
        return script + "x".repeat(count - script.length());
    }

    @Test
    void parenthesesAreNestedAHundredDeep() throws Exception {
        assertThat(result(parentheses(NESTED))).isEqualTo(7);
        ScriptProblem problem = problem(parentheses(NESTED + 1));
        assertThat(problem.what()).isEqualTo("parentheses are nested more than 100 deep");
        assertThat(problem.column()).isEqualTo("Result = ".length() + NESTED + 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "If True Then|End If",
                "Select Case 1\nCase 1|End Select",
                "While Result = 0|Wend",
                "Do|Loop Until Result = 7"
            })
    void blocksAreNestedAHundredDeep(String block) throws Exception {
        String begin = block.substring(0, block.indexOf('|'));
        String end = block.substring(block.indexOf('|') + 1);
        assertThat(result(blocks(begin, end, NESTED))).isEqualTo(7);
        ScriptProblem problem = problem(blocks(begin, end, NESTED + 1));
        assertThat(problem.what()).isEqualTo("blocks are nested more than 100 deep");
        assertThat(problem.line()).isEqualTo(2 + NESTED * (int) begin.lines().count());
    }

    @Test
    void statementsHaveFiveHundredOperators() throws Exception {
        assertThat(result(operators(OPERATORS))).isEqualTo(OPERATORS + 1);
        ScriptProblem problem = problem(operators(OPERATORS + 1));
        assertThat(problem.what()).isEqualTo("the statement has more than 500 operators");
        assertThat(problem.column()).isEqualTo("Result = 1 ".length() + 1 + 4 * OPERATORS);
    }

    @Test
    void eachStatementHasOperatorsOfItsOwn() throws Exception {
        String statement = "Result = Result" + " + 1".repeat(OPERATORS);
        assertThat(result(main(statement + ": " + statement))).isEqualTo(2 * OPERATORS);
    }

    @Test
    void scriptsHaveSixtyFiveThousandCharacters() throws Exception {
        assertThat(result(characters(CHARACTERS))).isEqualTo(7);
        assertThat(problem(characters(CHARACTERS + 1)).what())
                .isEqualTo("the script has 65537 characters, and 65536 are allowed");
    }
}
