package io.xlink.iwfm;

import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Meters for an application that has micrometer, nothing for one that has not. Touches no class of it before it knows. */
final class Meters {
    private static final Logger LOG = LoggerFactory.getLogger(IwfmComponent.class);
    private static final String REGISTRY = "io.micrometer.core.instrument.MeterRegistry";

    private Meters() {}

    /** Meters in the only meter registry that is in Camel's registry, if there is one. */
    static Watch of(CamelContext context) {
        if (context.getClassResolver().resolveClass(REGISTRY) == null) {
            return Watch.NONE;
        }
        try {
            return IwfmMeters.of(context);
        } catch (LinkageError e) {
            LOG.warn("No meters of iwfm: the micrometer on the class path does not fit: {}", e.toString());
            return Watch.NONE;
        }
    }
}
