package io.xlink.config.keys;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One of a few values. Words are found in any case, numbers however they are written ({@code 015}). */
public record Choice(List<String> values) implements KeyType {
    public Choice {
        values = List.copyOf(values);
    }

    static Choice of(String... values) {
        return new Choice(List.of(values));
    }

    static Choice of(Integer... values) {
        return new Choice(Stream.of(values).map(String::valueOf).toList());
    }

    @Override
    public String words() {
        return values.stream().map(v -> "`" + v + "`").collect(Collectors.joining(" "));
    }

    @Override
    public Optional<Fault> fault(String text) {
        int last = values.size() - 1;
        String shown = String.join(", ", values.subList(0, last)) + " or " + values.get(last);
        return KeyType.unless(find(text).isPresent(), "is not known", "Write " + shown);
    }

    /** The value that a text means, spelled as in {@link #values}. */
    public Optional<String> find(String text) {
        return values.stream()
                .filter(value -> value.equalsIgnoreCase(text) || isNumber(value, text))
                .findFirst();
    }

    private static boolean isNumber(String value, String text) {
        return Character.isDigit(value.charAt(0))
                && WholeNumber.isWithin(text, Integer.parseInt(value), Integer.parseInt(value));
    }
}
