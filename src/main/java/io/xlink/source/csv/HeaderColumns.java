package io.xlink.source.csv;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The columns of a file whose header line names them: each is where its name stands, and none is guessed. */
final class HeaderColumns {
    /** Columns that a message lists, and characters of each name; a header may hold thousands. */
    private static final int LISTED = 40;

    private static final int NAME = 60;

    private final Path file;
    private final NamedColumns configured;
    private final HeaderLine header;
    /** Positions in the header by those of the configuration, for the columns that are needed. */
    private final Map<Integer, Integer> positions = new LinkedHashMap<>();

    private final List<Integer> unnamed = new ArrayList<>();

    /** @throws CsvRefusedException when a column that is needed is missing or cannot be told from another */
    HeaderColumns(Path file, NamedColumns configured, HeaderLine header) {
        this.file = file;
        this.configured = configured;
        this.header = header;
        List<Integer> missing = new ArrayList<>();
        TreeSet<Integer> needed = new TreeSet<>();
        for (int column : configured.needed()) {
            needed.add(column);
        }
        for (int column : needed) {
            if (name(column).isEmpty()) {
                unnamed.add(column);
                positions.put(column, column);
            } else {
                place(column, missing);
            }
        }
        if (!missing.isEmpty()) {
            throw missing(missing);
        }
        requireDistinct();
        if (isMoved() && !unnamed.isEmpty()) {
            throw refused(
                    unnamed.get(0),
                    "columns have moved, and column " + (unnamed.get(0) + 1)
                            + " has no name in " + configured.key() + " to find it by; the header has "
                            + list(header.fields()),
                    "Name it in " + configured.key() + " as the header does");
        }
    }

    /** Where one of the columns that are needed stands in the file. */
    int position(int column) {
        return positions.get(column);
    }

    /** The names of the file's columns, those that are needed as the configuration spells them. */
    List<String> names() {
        List<String> names = new ArrayList<>(header.fields());
        positions.forEach((column, actual) -> {
            while (names.size() <= actual) {
                names.add("");
            }
            names.set(actual, name(column));
        });
        return names;
    }

    List<CsvNote> notes() {
        List<CsvNote> notes = new ArrayList<>();
        String line = "header line " + header.line() + ": ";
        if (isMoved()) {
            notes.add(new CsvNote(
                    true,
                    line + "columns do not stand where " + configured.key()
                            + " has them and are read where the header names them: "
                            + list(
                                    positions.entrySet().stream()
                                            .filter(e -> !e.getKey().equals(e.getValue()))
                                            .map(e -> quoted(name(e.getKey())) + " is column " + (e.getValue() + 1)
                                                    + " instead of " + (e.getKey() + 1))
                                            .toList(),
                                    false)));
        }
        List<String> added = added();
        if (!added.isEmpty()) {
            notes.add(new CsvNote(
                    false, line + configured.key() + " does not name " + list(added, false) + "; not read"));
        }
        return notes;
    }

    private boolean isMoved() {
        return positions.entrySet().stream().anyMatch(e -> !e.getKey().equals(e.getValue()));
    }

    private List<String> added() {
        List<String> added = new ArrayList<>();
        for (int i = 0; i < header.fields().size(); i++) {
            String field = header.fields().get(i);
            boolean known = field.isEmpty()
                    || positions.containsValue(i)
                    || configured.names().stream().anyMatch(field::equalsIgnoreCase);
            // A column with an empty name is one that nobody wants to read.
            boolean unwanted = !isMoved()
                    && i < configured.names().size()
                    && configured.names().get(i).isEmpty();
            if (!known && !unwanted) {
                added.add("column " + (i + 1) + " " + quoted(field));
            }
        }
        long empty = configured.names().stream().filter(String::isEmpty).count();
        return isMoved() && added.size() <= empty ? List.of() : added;
    }

    private void place(int column, List<Integer> missing) {
        List<Integer> found = header.positions(name(column));
        if (found.isEmpty()) {
            missing.add(column);
        } else if (found.size() == 1) {
            positions.put(column, found.get(0));
        } else if (found.contains(column)) {
            positions.put(column, column);
        } else {
            throw refused(
                    found.get(0),
                    "the header has the column " + quoted(name(column)) + " " + found.size() + " times ("
                            + list(found.stream().map(p -> "column " + (p + 1)).toList(), false)
                            + "), and none of them is column " + (column + 1) + ", where "
                            + configured.key() + " has it",
                    "Have the file exported with distinct names, or correct the order of " + configured.key());
        }
    }

    private void requireDistinct() {
        Map<Integer, Integer> taken = new LinkedHashMap<>();
        positions.forEach((column, actual) -> {
            Integer other = taken.put(actual, column);
            if (other != null && !unnamed.contains(column) && !unnamed.contains(other)) {
                throw refused(
                        actual,
                        "the header has one column " + quoted(name(column)) + ", but " + configured.key()
                                + " has two of that name, columns " + (other + 1) + " and " + (column + 1),
                        "Have the file exported with both, or give them different names in " + configured.key());
            }
        });
    }

    private CsvRefusedException missing(List<Integer> missing) {
        String names = list(
                missing.stream()
                        .map(column -> "column " + (column + 1) + " " + quoted(name(column)))
                        .toList(),
                false);
        return refused(
                missing.get(0),
                "the header lacks " + names + " of " + configured.key() + "; it has " + list(header.fields(), true),
                "Have the file exported with it, or write the header's name into " + configured.key()
                        + (configured.elsewhere().isEmpty() ? "" : " (and " + configured.elsewhere() + ")"));
    }

    private CsvRefusedException refused(int column, String what, String remedy) {
        return new CsvRefusedException(
                file, header.line(), column + 1, what, remedy + "; nothing of the file was imported");
    }

    private String name(int column) {
        return configured.name(column);
    }

    private static String list(List<String> items, boolean quote) {
        String text = items.stream()
                .limit(LISTED)
                .map(item -> quote ? quoted(item) : item)
                .collect(Collectors.joining(", "));
        return items.size() <= LISTED ? text : text + " and " + (items.size() - LISTED) + " more";
    }

    private static String list(List<String> items) {
        return list(items, true);
    }

    private static String quoted(String name) {
        return '"' + (name.length() <= NAME ? name : name.substring(0, NAME) + "...") + '"';
    }
}
