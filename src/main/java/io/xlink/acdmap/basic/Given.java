package io.xlink.acdmap.basic;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The names that are there without {@code Dim}. */
final class Given {
    static final Variable RESULT = new Variable("Result", Type.RESULT, Variable.Place.GIVEN, 0);
    static final Variable WEEKDAY = new Variable("Weekday", Type.WHOLE, Variable.Place.GIVEN, 1);
    static final Variable MINUTES = new Variable("Minutes", Type.WHOLE, Variable.Place.GIVEN, 2);
    /** Names to suggest; there are more {@code Para}s, which hardly any script has. */
    static final List<String> NAMES = Stream.concat(
                    Stream.of("Result", "Weekday", "Minutes"),
                    IntStream.rangeClosed(1, 9).mapToObj(number -> "Para" + number))
            .toList();

    /** So many that no mapping has more, and so few that the class made of a script can hold them. */
    private static final Pattern PARA = Pattern.compile("para([1-9][0-9]{0,2})");

    private Given() {}

    /** The variable that a name in lower case stands for wherever it is used. */
    static Optional<Variable> variable(String key) {
        return switch (key) {
            case "result" -> Optional.of(RESULT);
            case "weekday" -> Optional.of(WEEKDAY);
            case "minutes" -> Optional.of(MINUTES);
            default -> para(key);
        };
    }

    private static Optional<Variable> para(String key) {
        return Optional.of(PARA.matcher(key))
                .filter(Matcher::matches)
                .map(matcher -> Integer.parseInt(matcher.group(1)))
                .map(number -> new Variable("Para" + number, Type.DOUBLE, Variable.Place.PARA, number));
    }
}
