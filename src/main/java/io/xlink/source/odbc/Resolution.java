package io.xlink.source.odbc;

import java.util.List;
import java.util.Optional;

/**
 * What became of a data source's name.
 *
 * @param source the data source, when the name is defined somewhere
 * @param problems why it cannot be used; empty when it can, as far as files say
 */
public record Resolution(Optional<DataSource> source, List<SourceProblem> problems) {
    public Resolution {
        problems = List.copyOf(problems);
    }

    static Resolution failed(String what, String remedy) {
        return new Resolution(Optional.empty(), List.of(new SourceProblem(what, remedy)));
    }

    /** Whether one may try to connect. */
    public boolean isUsable() {
        return source.isPresent() && problems.isEmpty();
    }
}
