package io.xlink.source.csv;

import io.xlink.config.keys.Separator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where the columns of one file stand. They stand where the configuration says, unless one of the header lines carries
 * names of {@code ColumnNames}: then each is read where its name stands. A header line counts as such when it holds at
 * least two of the names that are needed, and at least half of them.
 *
 * <p>In a file that a comma separates, a row may not have more columns than the header (without one: than {@code
 * ColumnNames}), because a decimal comma would make them and shift the figures behind it.
 *
 * @param format the format of the file
 * @param notes what is remarkable about its columns; usually empty
 */
record FileLayout(CsvCallFormat format, List<CsvNote> notes) {

    /**
     * @param file the file, for messages
     * @param configured its format as the configuration has it
     * @param header the text of its header lines; may be empty
     * @param sample the beginning of its data
     * @throws CsvRefusedException when a column that is needed is not in the header
     */
    static FileLayout of(Path file, CsvCallFormat configured, String header, String sample) {
        char separator = separator(configured, header, sample);
        List<HeaderLine> lines = HeaderLine.of(header, separator);
        Optional<HeaderLine> names = names(configured, lines);
        if (names.isPresent()) {
            HeaderColumns columns = new HeaderColumns(file, configured, names.get());
            int width = separator == ',' ? names.get().fields().size() : CsvCallFormat.ANY_COLUMNS;
            return new FileLayout(configured.of(separator, columns.names(), columns.columns(), width), columns.notes());
        }
        int width = configured.columnNames().size();
        for (HeaderLine line : lines) {
            width = Math.max(width, line.fields().size());
        }
        return new FileLayout(
                configured.of(
                        separator,
                        configured.columnNames(),
                        configured.columns(),
                        separator == ',' ? width : CsvCallFormat.ANY_COLUMNS),
                List.of());
    }

    /** The header line with the most names; of several, that nearest to the data. */
    private static Optional<HeaderLine> names(CsvCallFormat format, List<HeaderLine> lines) {
        List<String> needed = neededNames(format);
        return lines.stream()
                .filter(line -> line.known(needed) >= 2 && 2 * line.known(needed) >= needed.size())
                .max(Comparator.<HeaderLine>comparingInt(line -> line.known(needed))
                        .thenComparingLong(HeaderLine::line));
    }

    private static List<String> neededNames(CsvCallFormat format) {
        List<String> names = new ArrayList<>();
        for (int column : format.columns().needed()) {
            String name = HeaderLine.folded(format.columnNames().get(column));
            if (!name.isEmpty() && !names.contains(name)) {
                names.add(name);
            }
        }
        return names;
    }

    private static char separator(CsvCallFormat format, String header, String sample) {
        if (format.separator() != Separator.DETECT) {
            return format.separator();
        }
        // Names say more than the number of columns, which decimal commas and added columns change.
        Optional<Character> named = Optional.empty();
        int most = 0;
        for (char candidate : Separators.CANDIDATES) {
            Optional<HeaderLine> line = names(format, HeaderLine.of(header, candidate));
            int known = line.map(l -> l.known(neededNames(format))).orElse(0);
            if (known > most && Separators.cuts(sample, candidate)) {
                named = Optional.of(candidate);
                most = known;
            }
        }
        if (named.isPresent()) {
            return named.get();
        }
        int needed = 0;
        for (int column : format.columns().needed()) {
            needed = Math.max(needed, column + 1);
        }
        return Separators.detect(sample, format.columnNames().size(), needed);
    }
}
