package io.xlink.operations;

import java.util.Map;

/** An external system whose section cannot be used. */
final class LeftOutCheck extends StandingCheck {
    private final String system;
    private final String reason;

    LeftOutCheck(String system, String reason) {
        super(SourceCheck.PREFIX + system);
        this.system = system;
        this.reason = reason;
    }

    @Override
    Finding find(Map<String, Object> details) {
        details.put("system", system);
        return new Finding(Standing.DOWN, "left out: " + reason);
    }
}
