package io.xlink.source.csv;

import java.util.List;
import java.util.Random;

/** Which fields of a file are quoted, and what stands in them for which they must be. */
final class RandomQuoting {
    private final Random random;
    private final char separator;
    private final String lineEnd;
    private final Mode mode;
    /** By bits, which columns are quoted. */
    private final int columns;

    /** Which fields are quoted although nothing in them takes it. */
    private enum Mode {
        NEVER,
        SOME,
        COLUMNS,
        ALL
    }

    RandomQuoting(Random random, char separator, String lineEnd) {
        this.random = random;
        this.separator = separator;
        this.lineEnd = lineEnd;
        this.mode = one(List.of(Mode.NEVER, Mode.NEVER, Mode.SOME, Mode.COLUMNS, Mode.ALL));
        this.columns = random.nextInt(1 << 10);
    }

    /** A name, now and then another one that must be quoted. */
    String name(String ordinary) {
        if (mode == Mode.NEVER || random.nextInt(3) > 0) {
            return ordinary;
        }
        String between = separator + "\"" + separator;
        return one(List.of("say \"hi\"", "\"", "A" + separator, between, "two" + lineEnd + "lines"));
    }

    /** A text, half of the time another one that may look like the ends of fields and rows. */
    String text(String ordinary) {
        if (mode == Mode.NEVER || random.nextBoolean()) {
            return ordinary;
        }
        String between = "\"" + separator + "\"";
        StringBuilder text = new StringBuilder();
        for (int pieces = random.nextInt(6); pieces >= 0; pieces--) {
            text.append(one(List.of("\"", "\"", String.valueOf(separator), lineEnd, "x", between, "01.09.2019", " ")));
        }
        return text.toString();
    }

    /** A field as it stands in the file. */
    String written(int column, String field) {
        boolean must = field.matches("(?s).*[\"\r\n].*") || field.indexOf(separator) >= 0;
        boolean quoted = switch (mode) {
            case NEVER -> false;
            case SOME -> must || random.nextBoolean();
            case COLUMNS -> must || (columns >> column & 1) > 0;
            case ALL -> true;
        };
        return quoted ? '"' + field.replace("\"", "\"\"") + '"' : field;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
