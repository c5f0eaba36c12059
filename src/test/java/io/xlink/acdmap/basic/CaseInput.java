package io.xlink.acdmap.basic;

import java.util.ArrayList;
import java.util.List;

/**
 * What an evaluation of a case is given: a comment line of the script, as in
 * {@code ' given 10 20.5 weekday 2 minutes 480}.
 *
 * @param line as it is written, without the apostrophe
 * @param weekday 1 (Sunday) where none is written
 * @param minutes 0 where none are written
 */
record CaseInput(String line, List<Double> paras, int weekday, int minutes) {
    private static final String MARK = "' given";

    /** Those of a script in their order; one of nothing when there are none. */
    static List<CaseInput> of(String source) {
        List<CaseInput> result = source.lines()
                .filter(l -> l.startsWith(MARK))
                .map(l -> of(l.substring(2).strip(), l.substring(MARK.length()).strip()))
                .toList();
        return result.isEmpty() ? List.of(of("given", "")) : result;
    }

    private static CaseInput of(String line, String values) {
        List<Double> paras = new ArrayList<>();
        int weekday = 1;
        int minutes = 0;
        List<String> words = values.isEmpty() ? List.of() : List.of(values.split(" +", -1));
        for (int i = 0; i < words.size(); i++) {
            switch (words.get(i)) {
                case "weekday" -> weekday = Integer.parseInt(words.get(++i));
                case "minutes" -> minutes = Integer.parseInt(words.get(++i));
                default -> paras.add(Double.valueOf(words.get(i)));
            }
        }
        return new CaseInput(line, paras, weekday, minutes);
    }

    double[] values() {
        return paras.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
