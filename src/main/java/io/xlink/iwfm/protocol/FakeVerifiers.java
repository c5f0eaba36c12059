package io.xlink.iwfm.protocol;

import com.ongres.scram.common.ScramFunctions;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Verifiers for users that do not exist. The salt of a name stays the same as long as the listener lives, as a real
 * one would, so that asking twice does not tell who exists; no proof satisfies them.
 */
final class FakeVerifiers {
    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec secret;
    private final byte[] key = new byte[32];

    FakeVerifiers() {
        SecureRandom random = new SecureRandom();
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        random.nextBytes(key);
        secret = new SecretKeySpec(bytes, HMAC);
    }

    ScramVerifier of(String user) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(secret);
            byte[] salt = Arrays.copyOf(mac.doFinal(user.getBytes(StandardCharsets.UTF_8)), ScramVerifiers.SALT_BYTES);
            byte[] stored = ScramFunctions.hash(ScramVerifiers.MECHANISM, key);
            return new ScramVerifier(salt, ScramVerifiers.DEFAULT_ITERATIONS, stored, key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }
}
