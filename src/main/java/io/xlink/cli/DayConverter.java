package io.xlink.cli;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a day as MM/DD/YYYY or YYYY-MM-DD (interfaces: command line). */
final class DayConverter implements ITypeConverter<LocalDate> {
    private static final DateTimeFormatter AMERICAN =
            DateTimeFormatter.ofPattern("M/d/uuuu").withResolverStyle(ResolverStyle.STRICT);

    @Override
    public LocalDate convert(String text) {
        try {
            return text.contains("/") ? LocalDate.parse(text, AMERICAN) : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException(
                    "'" + text + "' is not a day; write month, day and year as 12/23/2014, or 2014-12-23");
        }
    }
}
