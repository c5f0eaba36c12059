package io.xlink.server;

/**
 * Where an export of activities goes on: the first that has not been read. It is all that one slice leaves to the next,
 * so the server remembers nothing between them.
 *
 * @param activity of the agent the first that is still to be read, from {@code start} on
 * @param start in seconds since 1970-01-01T00:00Z
 */
record ActivityCursor(String system, String agent, String activity, long start) {

    /** @throws IllegalArgumentException when the text was not made by {@link #toString} */
    static ActivityCursor parse(String text) {
        String[] parts = text.split(":", 4);
        try {
            if (parts.length == 4) {
                int agent = Integer.parseInt(parts[1]);
                int activity = agent + Integer.parseInt(parts[2]);
                return new ActivityCursor(
                        parts[3].substring(0, agent),
                        parts[3].substring(agent, activity),
                        parts[3].substring(activity),
                        Long.parseLong(parts[0]));
            }
        } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
            // Reported below.
        }
        throw new IllegalArgumentException("Export cursor '" + text + "' is not one of this server's");
    }

    /** The texts may contain anything, so their lengths stand before them. */
    @Override
    public String toString() {
        return start + ":" + system.length() + ":" + agent.length() + ":" + system + agent + activity;
    }
}
