package io.xlink.acdmap;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The memory for targets that several external systems make up (specification, section 3): their data arrive at different
 * times, and whenever one of them reports, the target is computed from what all of them have reported so far.
 */
public interface SharedCalls {

    /**
     * Keeps what sources report; durable when this returns. Intervals reported before stay where the new column has none.
     *
     * @throws IllegalStateException when it cannot be kept; nothing may then be delivered
     */
    void remember(List<SharedColumn> columns);

    /**
     * What a source has reported about a day, in this and earlier runs.
     *
     * @throws IllegalStateException when it cannot be read
     */
    Optional<SharedColumn> recall(Source source, LocalDate day);
}
