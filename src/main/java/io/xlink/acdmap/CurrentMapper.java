package io.xlink.acdmap;

import java.util.function.Supplier;

/**
 * The mapper in use. It is replaced as a whole when the mappings are corrected while the program runs; a table that is
 * being mapped at that moment ends with the mapper it began with.
 */
public final class CurrentMapper implements Supplier<CallDataMapper> {
    private volatile CallDataMapper mapper;

    public CurrentMapper(CallDataMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public CallDataMapper get() {
        return mapper;
    }

    public void replace(CallDataMapper other) {
        mapper = other;
    }
}
