package io.xlink.iwfm.protocol;

import com.ongres.scram.common.ScramFunctions;
import com.ongres.scram.common.ScramMechanism;
import com.ongres.scram.common.StringPreparation;
import java.security.SecureRandom;
import java.util.Arrays;

/** Makes {@link ScramVerifier}s of passwords. */
public final class ScramVerifiers {
    /** A moment of a client's time for a login, and of an attacker's for each guess at a stolen verifier. */
    public static final int DEFAULT_ITERATIONS = 60_000;

    /** RFC 7677, section 4. */
    static final int LEAST_ITERATIONS = 4096;

    static final ScramMechanism MECHANISM = ScramMechanism.SCRAM_SHA_256;
    static final int SALT_BYTES = 16;

    private static final SecureRandom RANDOM = new SecureRandom();

    private ScramVerifiers() {}

    /**
     * A verifier with a new salt.
     *
     * @param password not empty; prepared as RFC 4013 says
     * @param iterations 4096 or more; {@link #DEFAULT_ITERATIONS} hides best which users exist
     * @throws IllegalArgumentException when the password is empty or holds characters that no password may hold
     */
    public static ScramVerifier of(char[] password, int iterations) {
        if (iterations < LEAST_ITERATIONS) {
            throw new IllegalArgumentException(iterations + " iterations are less than " + LEAST_ITERATIONS);
        }
        return of(password, ScramFunctions.salt(SALT_BYTES, RANDOM), iterations);
    }

    static ScramVerifier of(char[] password, byte[] salt, int iterations) {
        byte[] salted = ScramFunctions.saltedPassword(
                MECHANISM, StringPreparation.SASL_PREPARATION, password, salt, iterations);
        try {
            byte[] clientKey = ScramFunctions.clientKey(MECHANISM, salted);
            byte[] storedKey = ScramFunctions.storedKey(MECHANISM, clientKey);
            return new ScramVerifier(salt, iterations, storedKey, ScramFunctions.serverKey(MECHANISM, salted));
        } finally {
            Arrays.fill(salted, (byte) 0);
        }
    }

    /** A verifier with {@link #DEFAULT_ITERATIONS}. */
    public static ScramVerifier of(char[] password) {
        return of(password, DEFAULT_ITERATIONS);
    }
}
