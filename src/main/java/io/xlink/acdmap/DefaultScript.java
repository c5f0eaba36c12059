package io.xlink.acdmap;

/**
 * What a target without a script of its own gets: {@code Result = (Para1 + ... + ParaN) * 100}, decimals truncated
 * (specification, section 3, import scripts).
 */
final class DefaultScript {
    private static final double HUNDREDTHS = 100;

    /**
     * Binary fractions miss decimal ones by a little: 0.29 * 100 is 28.999999999999996, and truncated it would lose a
     * hundredth that somebody counted. A result this near to a whole number is that number.
     */
    private static final double NOISE = 1e-6;

    private DefaultScript() {}

    /** The result for a sum, before it is known to fit: a whole number, infinite or not a number. */
    static double result(double sum) {
        double exact = sum * HUNDREDTHS;
        double nearest = Math.rint(exact);
        if (Math.abs(exact - nearest) <= NOISE) {
            return nearest;
        }
        return exact < 0 ? Math.ceil(exact) : Math.floor(exact);
    }

    /** Why a result is not delivered. */
    static String doesNotFit(double result) {
        return "the result " + result + " does not fit into a whole number";
    }

    /** Whether a result can be delivered as it is; a cast would silently deliver another number. */
    static boolean fits(double result) {
        return result >= -0x1p63 && result < 0x1p63;
    }
}
