package io.xlink.source.csv;

import java.util.Arrays;

/** The dates of a file's clock, each computed once for each distinct text. */
final class FileDays {
    /** Far more than the days of a sensible file; a hostile one shall not fill the memory with texts. */
    private static final int LIMIT = 20_000;

    private final FileClock clock;
    private final DateOrder order;
    private final LocalDays days;
    private NameTable texts = new NameTable();
    private FileDay[] byText = new FileDay[64];

    FileDays(FileClock clock, DateOrder order, LocalDays days) {
        this.clock = clock;
        this.order = order;
        this.days = days;
    }

    FileDay day(char[] chars, int from, int to) throws BadField {
        int number = texts.find(chars, from, to);
        return number >= 0 ? byText[number] : add(chars, from, to);
    }

    private FileDay add(char[] chars, int from, int to) throws BadField {
        FileDay day = FileDay.of(DateText.parse(new String(chars, from, to - from), order), clock, days);
        if (texts.size() == LIMIT) {
            texts = new NameTable();
        }
        int number = texts.add(chars, from, to);
        if (number == byText.length) {
            byText = Arrays.copyOf(byText, 2 * number);
        }
        byText[number] = day;
        return day;
    }
}
