package io.xlink.source.csv;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;

/**
 * Turns what the clock of a file of activities shows into moments (specification, section 4, {@code TimeZone}). In a gap a
 * time is read with the offset before it. In an overlap it has the earlier offset, unless the agent's starts have gone
 * back by at least half the overlap within it: then the second pass has begun. An end that would lie before its start is
 * of the second pass, too.
 */
final class ActivityClock {
    private static final long DAY = 86_400;

    private final ZoneRules rules;
    private final long shift;
    /** A day of the shifted clock without a change of the offset on it or beside it, and its offset in seconds. */
    private long plainDay = Long.MIN_VALUE;

    private int plainOffset;
    /** By agent: the start before, and where it stood towards the overlap. */
    private long[] before = new long[64];

    private Pass[] passes = new Pass[64];

    /** Where an agent's starts are. */
    private enum Pass {
        OUTSIDE,
        FIRST,
        SECOND,
        /** The overlap was entered from its end: the file goes backwards, and nothing can be told. */
        BACKWARDS
    }

    /** @param local the zone of local time */
    ActivityClock(FileClock clock, ZoneId local) {
        this.rules = (clock.zone() == null ? local : clock.zone()).getRules();
        this.shift = 60L * clock.shift();
    }

    /**
     * The moment at which the clock showed the start of an activity, in seconds since 1970-01-01T00:00Z.
     *
     * @param agent number of the agent, from 0
     */
    long start(int agent, MomentText time) {
        if (time.offset() != MomentText.NO_OFFSET) {
            return time.shown() - 60L * time.offset();
        }
        long shown = time.shown() + shift;
        ZoneOffsetTransition overlap = overlap(shown);
        return isSecondPass(agent, shown, overlap) ? second(shown, overlap) : shown - offset(shown);
    }

    /** As {@link #start}, for the end of an activity that began at {@code start}. */
    long end(long start, MomentText time) {
        if (time.offset() != MomentText.NO_OFFSET) {
            return time.shown() - 60L * time.offset();
        }
        long shown = time.shown() + shift;
        long earlier = shown - offset(shown);
        ZoneOffsetTransition overlap = overlap(shown);
        return earlier >= start || overlap == null ? earlier : second(shown, overlap);
    }

    /** The moment of a time in the second pass of an overlap. */
    private static long second(long shown, ZoneOffsetTransition overlap) {
        return shown - overlap.getOffsetAfter().getTotalSeconds();
    }

    /** Seconds; in a gap and in an overlap the offset before the change. */
    private int offset(long shown) {
        return isPlain(shown) ? plainOffset : rules.getOffset(time(shown)).getTotalSeconds();
    }

    /** The change on account of which the clock shows a time twice; null when it does not. */
    private ZoneOffsetTransition overlap(long shown) {
        ZoneOffsetTransition change = isPlain(shown) ? null : rules.getTransition(time(shown));
        return change != null && change.isOverlap() ? change : null;
    }

    /** Whether there is no change near a time, so that {@link #plainOffset} is its offset. */
    private boolean isPlain(long shown) {
        long day = Math.floorDiv(shown, DAY);
        if (day == plainDay) {
            return true;
        }
        ZoneOffsetTransition next = rules.nextTransition(Instant.ofEpochSecond((day - 2) * DAY));
        if (next != null && next.toEpochSecond() <= (day + 3) * DAY) {
            return false;
        }
        plainDay = day;
        plainOffset = rules.getOffset(Instant.ofEpochSecond(day * DAY)).getTotalSeconds();
        return true;
    }

    private boolean isSecondPass(int agent, long shown, ZoneOffsetTransition overlap) {
        if (agent >= before.length) {
            before = Arrays.copyOf(before, Math.max(agent + 1, 2 * before.length));
            passes = Arrays.copyOf(passes, before.length);
        }
        Pass last = passes[agent];
        long previous = before[agent];
        Pass pass = Pass.OUTSIDE;
        if (overlap != null && (last == null || last == Pass.OUTSIDE)) {
            long end = overlap.getDateTimeBefore().toEpochSecond(ZoneOffset.UTC);
            pass = last != null && previous >= end ? Pass.BACKWARDS : Pass.FIRST;
        } else if (overlap != null) {
            long half = -overlap.getDuration().getSeconds() / 2;
            pass = last == Pass.FIRST && previous - shown >= half ? Pass.SECOND : last;
        }
        before[agent] = shown;
        passes[agent] = pass;
        return pass == Pass.SECOND;
    }

    private static LocalDateTime time(long shown) {
        return LocalDateTime.ofEpochSecond(shown, 0, ZoneOffset.UTC);
    }
}
