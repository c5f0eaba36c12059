package io.xlink.source.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One of the lines before the data, cut into its fields.
 *
 * @param line its number, from 1
 * @param fields its fields, in one line each and without surrounding blanks
 */
record HeaderLine(long line, List<String> fields) {

    /** All header lines of a file; those whose quotation marks do not match are left out. */
    static List<HeaderLine> of(String header, char separator) {
        List<HeaderLine> lines = new ArrayList<>();
        try {
            read(header, separator, 1, lines);
        } catch (CsvParseException e) {
            // A title line may hold anything; each of the others is then looked at by itself.
            lines.clear();
            String[] all = header.split("\n", -1);
            for (int i = 0; i < all.length; i++) {
                try {
                    read(all[i], separator, i + 1, lines);
                } catch (CsvParseException again) {
                    continue;
                }
            }
        }
        return lines;
    }

    /** How many of the names stand in this line, in any case. */
    int known(Collection<String> names) {
        Set<String> found = new HashSet<>();
        fields.forEach(field -> found.add(folded(field)));
        return (int) names.stream().filter(name -> found.contains(folded(name))).count();
    }

    /**
     * Where a name stands; several places when it stands twice. Names are compared in any case, unless the case is all
     * that tells two fields apart.
     */
    List<Integer> positions(String name) {
        List<Integer> found = new ArrayList<>();
        List<Integer> same = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).equals(name)) {
                same.add(i);
            }
            if (folded(fields.get(i)).equals(folded(name))) {
                found.add(i);
            }
        }
        return same.isEmpty() ? found : same;
    }

    static String folded(String name) {
        return inOneLine(name).toLowerCase(Locale.ROOT);
    }

    /** A name may be broken into lines so that its column is narrow; messages are lines, too. */
    private static String inOneLine(String name) {
        return name.strip().replaceAll("\\s+", " ");
    }

    private static void read(String text, char separator, int first, List<HeaderLine> lines) {
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(2 * Row.MAX_LENGTH)
                .ofCsvRecord(text)) {
            for (CsvRecord record : csv) {
                List<String> fields =
                        record.getFields().stream().map(HeaderLine::inOneLine).toList();
                lines.add(new HeaderLine(first - 1 + record.getStartingLineNumber(), fields));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
