package io.xlink.source.sql;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Finds the queues that rows belong to by their ids. Databases compare text in their own ways: blanks at the end never
 * count here, and upper and lower case only where an id is spelled exactly so.
 */
final class QueueMatch {
    private static final int[] NONE = {};
    /** What a row's ids are joined by; no id has it. */
    private static final String JOINT = "\u0000";

    private final List<Boolean> numbers;
    private final Map<String, int[]> exact;
    private final Map<String, int[]> anyCase;

    /**
     * @param queues ids of queues, each with the number of the queue
     * @param numbers whether each id is a number
     */
    QueueMatch(Map<List<String>, List<Integer>> queues, List<Boolean> numbers) {
        this.numbers = List.copyOf(numbers);
        Map<String, List<Integer>> byText = new HashMap<>();
        Map<String, List<Integer>> byLowerCase = new HashMap<>();
        queues.forEach((ids, found) -> {
            String text = text(ids);
            found.forEach(queue -> {
                add(byText, text, queue);
                add(byLowerCase, text.toLowerCase(Locale.ROOT), queue);
            });
        });
        this.exact = arrays(byText);
        this.anyCase = arrays(byLowerCase);
    }

    private static void add(Map<String, List<Integer>> map, String text, int queue) {
        List<Integer> queues = map.computeIfAbsent(text, t -> new ArrayList<>());
        if (!queues.contains(queue)) {
            queues.add(queue);
        }
    }

    private static Map<String, int[]> arrays(Map<String, List<Integer>> lists) {
        Map<String, int[]> arrays = new HashMap<>();
        lists.forEach((text, queues) ->
                arrays.put(text, queues.stream().mapToInt(Integer::intValue).toArray()));
        return arrays;
    }

    /** Whether ids differ by case alone, so that a database may take them for one. */
    boolean hasCases() {
        return anyCase.size() < exact.size();
    }

    /** The queues of a row; usually one, none when nobody asked for it. */
    int[] find(List<String> ids) {
        String text = text(ids);
        int[] found = exact.get(text);
        return found != null ? found : anyCase.getOrDefault(text.toLowerCase(Locale.ROOT), NONE);
    }

    private String text(List<String> ids) {
        return String.join(JOINT, normal(ids, numbers));
    }

    /** Ids in the one way in which they are written here. */
    static List<String> normal(List<String> ids, List<Boolean> numbers) {
        List<String> normal = new ArrayList<>(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            normal.add(numbers.get(i) ? number(ids.get(i)) : ids.get(i).stripTrailing());
        }
        return normal;
    }

    /** Numbers are the same however many zeros they are written with. */
    static String number(String text) {
        try {
            BigDecimal number = new BigDecimal(text.strip());
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return text.strip();
        }
    }
}
