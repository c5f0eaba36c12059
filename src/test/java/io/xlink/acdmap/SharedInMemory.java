package io.xlink.acdmap;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Remembers until the test ends. */
final class SharedInMemory implements SharedCalls {
    private final Map<String, SharedColumn> columns = new HashMap<>();

    @Override
    public void remember(List<SharedColumn> said) {
        said.forEach(column ->
                columns.merge(column.source() + " " + column.day(), column, (earlier, later) -> later.over(earlier)));
    }

    @Override
    public Optional<SharedColumn> recall(Source source, LocalDate day) {
        return Optional.ofNullable(columns.get(source + " " + day));
    }
}
