package io.xlink.tcp;

/**
 * What befalls one connection.
 *
 * @param reach how far it gets
 * @param towardsServer how it carries what the client sends
 * @param towardsClient how it carries what the server sends
 */
public record Plan(Reach reach, Flow towardsServer, Flow towardsClient) {
    /** How far a connection gets. */
    public enum Reach {
        /** To the server. */
        SERVER,
        /** Accepted by the proxy, which never passes anything on nor answers. */
        BLACK_HOLE,
        /** Accepted, since a listening port cannot do otherwise, and reset at once. */
        REFUSED
    }

    public static final Plan PASS = new Plan(Reach.SERVER, Flow.FREE, Flow.FREE);
    public static final Plan BLACK_HOLE = new Plan(Reach.BLACK_HOLE, Flow.FREE, Flow.FREE);
    public static final Plan REFUSE = new Plan(Reach.REFUSED, Flow.FREE, Flow.FREE);

    /** Ends the connection when so many bytes have passed in one direction. */
    public static Plan cut(Direction direction, long bytes, Fate fate) {
        return PASS.with(direction, Flow.FREE.until(bytes, fate));
    }

    /** The same plan with another flow in one direction. */
    public Plan with(Direction direction, Flow flow) {
        return direction == Direction.TOWARDS_SERVER
                ? new Plan(reach, flow, towardsClient)
                : new Plan(reach, towardsServer, flow);
    }

    /** The same plan with this flow both ways. */
    public Plan bothWays(Flow flow) {
        return new Plan(reach, flow, flow);
    }

    Flow flow(Direction direction) {
        return direction == Direction.TOWARDS_SERVER ? towardsServer : towardsClient;
    }
}
