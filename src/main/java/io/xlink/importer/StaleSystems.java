package io.xlink.importer;

import io.xlink.config.ConfigException;
import io.xlink.config.IniSection;
import io.xlink.config.Installation;
import io.xlink.importer.gaps.ReportedDays;
import io.xlink.importer.gaps.Staleness;
import io.xlink.importer.gaps.SystemStaleness;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in the log when an external system has delivered nothing new for too long ({@code StaleAfter}), once, and when it does again; the bean
 * {@code staleSystems} of a route.
 */
public final class StaleSystems {
    private static final Logger LOG = LoggerFactory.getLogger(StaleSystems.class);

    private final Map<String, Duration> limits;
    private final ReportedDays reported;
    private final Clock clock;
    private final Instant begun;
    private final Set<String> stale = new HashSet<>();

    /**
     * @param limits for each external system that is watched how old its data may become
     * @param clock with the zone of local time
     */
    StaleSystems(Map<String, Duration> limits, ReportedDays reported, Clock clock) {
        this.limits = new LinkedHashMap<>(limits);
        this.reported = reported;
        this.clock = clock;
        this.begun = clock.instant();
    }

    /** What isps_Ul.ini says; a section that cannot be used is not watched. */
    static Map<String, Duration> limits(Installation installation) {
        Map<String, Duration> limits = new LinkedHashMap<>();
        for (IniSection section : installation.externalSystems()) {
            try {
                installation.general().staleAfter(section).ifPresent(limit -> limits.put(section.name(), limit));
            } catch (ConfigException e) {
                LOG.error("{}. Nothing is said when its data are old", e.getMessage());
            }
        }
        return limits;
    }

    /** Looks at all of them, and says what has changed since the last look. */
    public synchronized void look() {
        try {
            for (SystemStaleness one : systems()) {
                say(one.system(), one.staleness());
            }
        } catch (IllegalStateException e) {
            LOG.warn("{}. It is tried again", Causes.message(e));
        }
    }

    private void say(String system, Staleness staleness) {
        if (staleness.isStale() && stale.add(system)) {
            LOG.warn(
                    "[{}] has delivered {} for {} of the hours in which it usually has data; StaleAfter is {}. Look whether"
                            + " its files are written or its database is filled, and at `xlink history`",
                    system,
                    staleness
                            .newest()
                            .map(newest -> "nothing later than " + local(newest))
                            .orElse("nothing"),
                    words(staleness.expected()),
                    words(staleness.limit()));
        } else if (!staleness.isStale() && stale.remove(system)) {
            LOG.info(
                    "[{}] delivers again, up to {}",
                    system,
                    staleness.newest().map(this::local).map(Object::toString).orElse("now"));
        }
    }

    private LocalDateTime local(Instant moment) {
        return moment.atZone(clock.getZone()).toLocalDateTime().withSecond(0).withNano(0);
    }

    private static String words(Duration span) {
        return (span.toHours() > 0 ? span.toHours() + " h " : "") + span.toMinutesPart() + " min";
    }

    /** How old the newest data of the watched systems are at this moment. */
    List<SystemStaleness> systems() {
        Instant now = clock.instant();
        return limits.entrySet().stream()
                .map(one -> new SystemStaleness(
                        one.getKey(), Staleness.of(reported.systemDays(one.getKey()), begun, one.getValue(), now)))
                .toList();
    }
}
