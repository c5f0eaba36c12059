package io.xlink.iwfm.protocol;

import io.xlink.iwfm.wire.AgentColumn;
import io.xlink.model.ActivityColumn;
import java.nio.charset.StandardCharsets;

/** {@link ActivityColumn} to {@link AgentColumn} and back, each checked. */
final class ActivityCodec {
    /** Three days after the last day of 2199: no activity of a day that can be imported begins later. */
    private static final long LATEST = 7_258_377_600L;

    private ActivityCodec() {}

    /**
     * Refuses what the protocol cannot carry, before any of it is sent.
     *
     * @throws IllegalArgumentException with the reason
     */
    static void check(ActivityColumn column) {
        String wrong = wrong(column.agent(), column.activity(), column.size());
        if (wrong == null && !(isText(column.agent()) && isText(column.activity()))) {
            wrong = "a name with half a character";
        }
        for (int i = 0; i < column.size() && wrong == null; i++) {
            long start = column.start(i);
            if (start < 0 || start > LATEST || (i > 0 && start <= column.start(i - 1))) {
                wrong = "start " + start + " is out of range or not after the one before";
            } else {
                wrong = wrong(column.seconds(i));
            }
        }
        if (wrong != null) {
            throw new IllegalArgumentException("column " + Protocol.plain(column.toString()) + ": " + wrong);
        }
    }

    /**
     * Adds the activities from {@code from}, inclusive, to {@code to}, exclusive.
     *
     * @param wire has agent and activity already
     */
    static AgentColumn toWire(AgentColumn.Builder wire, ActivityColumn column, int from, int to) {
        long previous = 0;
        for (int i = from; i < to; i++) {
            wire.addStartDeltas(column.start(i) - previous);
            wire.addSeconds(column.seconds(i));
            previous = column.start(i);
        }
        return wire.build();
    }

    static ActivityColumn fromWire(AgentColumn wire) throws MalformedException {
        int size = wire.getStartDeltasCount();
        if (size != wire.getSecondsCount()) {
            throw new MalformedException(
                    "a column with " + size + " starts and " + wire.getSecondsCount() + " durations");
        }
        String wrong = wrong(wire.getAgent(), wire.getActivity(), size);
        long[] starts = new long[size];
        int[] seconds = new int[size];
        long start = 0;
        for (int i = 0; i < size && wrong == null; i++) {
            long delta = wire.getStartDeltas(i);
            // Each compared by itself: a sum of numbers that large would overflow.
            if (delta < 0 || delta > LATEST || (delta == 0 && i > 0) || start + delta > LATEST) {
                throw new MalformedException("a column whose starts do not ascend");
            }
            start += delta;
            starts[i] = start;
            seconds[i] = wire.getSeconds(i);
            wrong = wrong(seconds[i]);
        }
        if (wrong != null) {
            throw new MalformedException("a column with " + wrong);
        }
        return new ActivityColumn(wire.getAgent(), wire.getActivity(), starts, seconds);
    }

    private static String wrong(String agent, String activity, int size) {
        if (agent.isEmpty() || agent.length() > Protocol.MAX_TEXT) {
            return "an agent of " + agent.length() + " characters";
        }
        boolean needed = size > 0;
        return (needed && activity.isEmpty()) || activity.length() > Protocol.MAX_TEXT
                ? "an activity of " + activity.length() + " characters"
                : null;
    }

    private static String wrong(int seconds) {
        return seconds < 1 || seconds > ActivityColumn.LONGEST ? "an activity of " + seconds + " seconds" : null;
    }

    /** Half a surrogate pair would arrive as another character, and two agents as one. */
    private static boolean isText(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
