package io.xlink.source.csv;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the separator of a file (specification, section 4, {@code SeparatorCharacter}): of {@code ; , tab |} the one that
 * cuts most of the first lines into as many columns as {@code ColumnNames} names, else into enough of them to be read,
 * else into the most columns. The order decides between equals, so that decimal commas do not count against a semicolon.
 */
final class Separators {
    static final List<Character> CANDIDATES = List.of(';', ',', '\t', '|');
    private static final int LINES = 50;

    private Separators() {}

    /**
     * @param sample the text after the header
     * @param columns how many columns are named
     * @param needed how many columns a row must have
     */
    static char detect(String sample, int columns, int needed) {
        char best = CANDIDATES.get(0);
        long bestScore = -1;
        for (char candidate : CANDIDATES) {
            long exact = 0;
            long enough = 0;
            long most = 0;
            for (int count : columnCounts(sample, candidate)) {
                exact += count == columns ? 1 : 0;
                enough += count >= needed ? 1 : 0;
                most = Math.max(most, count);
            }
            long score = (exact << 40) + (enough << 20) + most;
            if (score > bestScore) {
                bestScore = score;
                best = candidate;
            }
        }
        return best;
    }

    /** Whether a separator cuts any of the first lines; also when there are none. */
    static boolean cuts(String sample, char separator) {
        List<Integer> counts = columnCounts(sample, separator);
        return counts.isEmpty() || counts.stream().anyMatch(count -> count > 1);
    }

    private static List<Integer> columnCounts(String sample, char separator) {
        List<Integer> counts = new ArrayList<>();
        boolean quoted = false;
        int columns = 1;
        int begin = 0;
        for (int i = 0; i < sample.length() && counts.size() < LINES; i++) {
            char c = sample.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\n' && !quoted) {
                if (!sample.substring(begin, i).isBlank()) {
                    counts.add(columns);
                }
                columns = 1;
                begin = i + 1;
            } else if (c == separator && !quoted) {
                columns++;
            }
        }
        // A longer sample may end in the middle of a line; a single line without its end is all there is.
        if (counts.isEmpty()) {
            counts.add(columns);
        }
        return counts;
    }
}
