package io.xlink.source.odbc;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;

/** Dates and times of day, as ODBC's structures have them and as drivers write them. */
final class Moments {
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(java.util.Locale.ROOT);

    private Moments() {}

    /** SQL_DATE_STRUCT. */
    static LocalDate date(ByteBuffer memory, int at) {
        return LocalDate.of(memory.getShort(at), memory.getShort(at + 2), memory.getShort(at + 4));
    }

    /** SQL_TIMESTAMP_STRUCT, whose fraction counts nanoseconds. */
    static LocalDateTime dateTime(ByteBuffer memory, int at) {
        return LocalDateTime.of(
                memory.getShort(at),
                memory.getShort(at + 2),
                memory.getShort(at + 4),
                memory.getShort(at + 6),
                memory.getShort(at + 8),
                memory.getShort(at + 10),
                memory.getInt(at + 12));
    }

    /** Writes what {@link #date} reads. */
    static void put(ByteBuffer memory, LocalDate date) {
        memory.putShort((short) date.getYear())
                .putShort((short) date.getMonthValue())
                .putShort((short) date.getDayOfMonth());
    }

    /** Writes what {@link #dateTime} reads. */
    static void put(ByteBuffer memory, LocalDateTime moment) {
        put(memory, moment.toLocalDate());
        memory.putShort((short) moment.getHour())
                .putShort((short) moment.getMinute())
                .putShort((short) moment.getSecond())
                .putInt(moment.getNano());
    }

    /**
     * Reads {@code 2026-11-23 10:15:00.25}, with a blank or a T, and a date alone.
     *
     * @throws java.time.DateTimeException when it is neither
     */
    static LocalDateTime dateTime(String text) {
        String moment = text.strip();
        if (moment.length() <= 10) {
            return LocalDate.parse(moment).atStartOfDay();
        }
        return LocalDateTime.parse(moment.replace(' ', 'T'));
    }

    /**
     * Reads {@code 10:15:00.25}; what stands behind it, such as an offset, is left.
     *
     * @throws java.time.DateTimeException when it is no time of day
     */
    static LocalTime time(String text) {
        String time = text.strip();
        int end = 0;
        while (end < time.length() && "0123456789:.".indexOf(time.charAt(end)) >= 0) {
            end++;
        }
        return LocalTime.parse(time.substring(0, end));
    }

    /** As SQL writes it; a fraction has the digits that it needs. */
    static String text(LocalDateTime moment) {
        return moment.toLocalDate() + " " + text(moment.toLocalTime());
    }

    static String text(LocalTime time) {
        return TIME.format(time);
    }
}
