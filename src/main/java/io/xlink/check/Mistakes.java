package io.xlink.check;

import io.xlink.config.ConfigException;
import io.xlink.config.IniEntry;
import io.xlink.config.IniSection;
import io.xlink.config.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds all mistakes of a section with a reader that ends at the first one, so that no rule stands twice. */
final class Mistakes {
    private Mistakes() {}

    /**
     * What the reader refuses: the line is set aside and the section read again, until nothing is refused. When something
     * was set aside, what is missing may be missing for that reason, and is not told.
     */
    static List<Problem> of(IniSection section, Consumer<IniSection> reader) {
        List<Problem> problems = new ArrayList<>();
        IniSection rest = section;
        while (true) {
            try {
                reader.accept(rest);
                return problems;
            } catch (ConfigException e) {
                Optional<IniEntry> refused = rest.entries().stream()
                        .filter(entry -> entry.line() == e.problem().line())
                        .findFirst();
                if (refused.isPresent() || rest == section) {
                    problems.add(e.problem());
                }
                if (refused.isEmpty()) {
                    return problems;
                }
                rest = rest.without(refused.get().key());
            }
        }
    }
}
