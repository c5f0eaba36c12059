package io.xlink;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * What a test needs from the machine beside Java. Where it is missing the test is skipped and says what to install;
 * where {@code XLINK_TESTS_MAY_NOT_SKIP} is set, as {@code .ci/run} does, it fails.
 */
public final class Needs {
    private static final String STRICT = "XLINK_TESTS_MAY_NOT_SKIP";

    private Needs() {}

    /** @param debianPackage the package that brings it */
    public static void installed(boolean there, String debianPackage) {
        judge(there, debianPackage, System.getenv(STRICT) != null);
    }

    static void judge(boolean there, String debianPackage, boolean strict) {
        String missing = "this test needs the package " + debianPackage + ": apt-get install " + debianPackage;
        if (!there && strict) {
            Assertions.fail(missing + " (" + STRICT + " is set)");
        }
        Assumptions.assumeTrue(there, missing);
    }
}
