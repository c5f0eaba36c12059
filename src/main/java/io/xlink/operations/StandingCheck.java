package io.xlink.operations;

import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/**
 * A check of Camel's that knows a state between up and down. Camel's own state is down only for {@link Standing#DOWN}; which it is
 * stands in the detail {@value #STANDING}.
 */
abstract class StandingCheck extends AbstractHealthCheck {
    static final String GROUP = "xlink";
    /** Detail: a {@link Standing}. */
    static final String STANDING = "status";
    /** Detail: what is wrong, and what to do about it. */
    static final String REASON = "reason";

    StandingCheck(String id) {
        super(GROUP, id);
    }

    /** What was found. */
    record Finding(Standing standing, String reason) {
        static final Finding UP = new Finding(Standing.UP, "");

        /** Both: the worse standing, with its reason first. */
        Finding and(Finding other) {
            if (other.standing.compareTo(standing) > 0) {
                return other.and(this);
            }
            String both =
                    reason.isEmpty() || other.reason.isEmpty() ? reason + other.reason : reason + "; " + other.reason;
            return new Finding(standing, both);
        }
    }

    /** @param details takes what is worth knowing beside the finding */
    abstract Finding find(Map<String, Object> details);

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        Map<String, Object> details = new java.util.LinkedHashMap<>();
        Finding finding = find(details);
        details.forEach(builder::detail);
        builder.detail(STANDING, finding.standing().name());
        if (!finding.reason().isEmpty()) {
            builder.detail(REASON, finding.reason());
            builder.message(finding.reason());
        }
        if (finding.standing() == Standing.DOWN) {
            builder.down();
        } else {
            builder.up();
        }
    }

    @Override
    public boolean isLiveness() {
        return false;
    }
}
