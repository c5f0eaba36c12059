package io.xlink.source.csv;

import io.xlink.config.keys.Separator;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * Where the columns of one file stand. They stand where the configuration says, unless one of the header lines carries
 * the names that it gives them: then each is read where its name stands. A header line counts as such when it holds at
 * least two of the names that are needed, and at least half of them.
 *
 * <p>In a file that a comma separates, a row may not have more columns than the header (without one: than there are
 * names), because a decimal comma would make them and shift the figures behind it.
 *
 * @param separator what separates its columns
 * @param names the names of its columns in their order, those that are needed as the configuration spells them
 * @param positions gives for a column of the configuration where it stands in the file
 * @param maxColumns how many columns a row may have; a longer one is not what it seems
 * @param notes what is remarkable about its columns; usually empty
 */
record FileLayout(char separator, List<String> names, IntUnaryOperator positions, int maxColumns, List<CsvNote> notes) {
    /** {@link #maxColumns} of a file in which a row may have any number of columns. */
    static final int ANY_COLUMNS = Integer.MAX_VALUE;

    FileLayout {
        names = List.copyOf(names);
        notes = List.copyOf(notes);
    }

    /**
     * @param file the file, for messages
     * @param configured its columns as the configuration has them
     * @param header the text of its header lines; may be empty
     * @param sample the beginning of its data
     * @throws CsvRefusedException when a column that is needed is not in the header
     */
    static FileLayout of(Path file, NamedColumns configured, String header, String sample) {
        char separator = separator(configured, header, sample);
        List<HeaderLine> lines = HeaderLine.of(header, separator);
        Optional<HeaderLine> named = named(configured, lines);
        if (named.isPresent()) {
            HeaderColumns columns = new HeaderColumns(file, configured, named.get());
            List<String> names = columns.names();
            return new FileLayout(separator, names, columns::position, width(separator, names.size()), columns.notes());
        }
        int width = Math.max(configured.names().size(), configured.neededColumns());
        for (HeaderLine line : lines) {
            width = Math.max(width, line.fields().size());
        }
        // A title over columns that nobody has named says nothing about how many there are.
        int maxColumns = configured.names().isEmpty() ? ANY_COLUMNS : width(separator, width);
        return new FileLayout(separator, configured.names(), IntUnaryOperator.identity(), maxColumns, List.of());
    }

    private static int width(char separator, int columns) {
        return separator == ',' ? columns : ANY_COLUMNS;
    }

    /** The header line with the most names; of several, that nearest to the data. */
    private static Optional<HeaderLine> named(NamedColumns columns, List<HeaderLine> lines) {
        List<String> needed = columns.neededNames();
        return lines.stream()
                .filter(line -> line.known(needed) >= 2 && 2 * line.known(needed) >= needed.size())
                .max(Comparator.<HeaderLine>comparingInt(line -> line.known(needed))
                        .thenComparingLong(HeaderLine::line));
    }

    private static char separator(NamedColumns columns, String header, String sample) {
        if (columns.separator() != Separator.DETECT) {
            return columns.separator();
        }
        // Names say more than the number of columns, which decimal commas and added columns change.
        Optional<Character> best = Optional.empty();
        int most = 0;
        for (char candidate : Separators.CANDIDATES) {
            Optional<HeaderLine> line = named(columns, HeaderLine.of(header, candidate));
            int known = line.map(l -> l.known(columns.neededNames())).orElse(0);
            if (known > most && Separators.cuts(sample, candidate)) {
                best = Optional.of(candidate);
                most = known;
            }
        }
        return best.orElseGet(() -> Separators.detect(sample, columns.names().size(), columns.neededColumns()));
    }
}
