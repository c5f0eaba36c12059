package io.xlink.acdmap.basic;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that an unknown one was probably meant to be: one keystroke away, two for longer names. */
final class DidYouMean {
    private static final int LONGEST = 40;
    private static final int LONG = 5;

    private DidYouMean() {}

    static Optional<String> of(String unknown, Collection<String> known) {
        if (unknown.length() > LONGEST) {
            return Optional.empty();
        }
        String best = null;
        int least = unknown.length() >= LONG ? 3 : 2;
        for (String candidate : known) {
            if (Math.abs(candidate.length() - unknown.length()) < least) {
                int distance = distance(unknown.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
                if (distance < least && distance < candidate.length()) {
                    best = candidate;
                    least = distance;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** Keystrokes from one to the other; two letters in the wrong order are one (optimal string alignment). */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                d[i][j] = Math.min(d[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
