package io.xlink.server;

import com.ongres.saslprep.SASLprep;
import io.xlink.iwfm.protocol.ScramVerifier;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** Derives what the server keeps of a password (RFC 5802, section 3, with SHA-256 of RFC 7677). */
final class ScramKeys {
    private static final int SALT_BYTES = 16;
    private static final int KEY_BITS = 256;
    private static final SASLprep SASLPREP = new SASLprep();
    private static final SecureRandom RANDOM = new SecureRandom();

    private ScramKeys() {}

    /**
     * A verifier with a new salt.
     *
     * @param password left as it is; no copy of it survives
     * @throws AccountException when no password can be like this
     */
    static ScramVerifier derive(char[] password, int iterations) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return derive(password, salt, iterations);
    }

    static ScramVerifier derive(char[] password, byte[] salt, int iterations) {
        char[] prepared = prepare(password);
        PBEKeySpec spec = new PBEKeySpec(prepared, salt, iterations, KEY_BITS);
        try {
            byte[] salted = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
            byte[] clientKey = hmac(salted, "Client Key");
            byte[] storedKey = MessageDigest.getInstance("SHA-256").digest(clientKey);
            return new ScramVerifier(salt, iterations, storedKey, hmac(salted, "Server Key"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no PBKDF2WithHmacSHA256, HmacSHA256 or SHA-256", e);
        } finally {
            spec.clearPassword();
            Arrays.fill(prepared, '\0');
        }
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** RFC 4013: what looks the same is the same, however it was typed. */
    private static char[] prepare(char[] password) {
        char[] prepared;
        try {
            prepared = SASLPREP.prepareStored(password);
        } catch (IllegalArgumentException e) {
            // Without the cause, whose message may quote a part of the password.
            throw new AccountException("The password has a character that a password cannot have (a control"
                    + " character, for example). Choose another");
        } catch (ArrayIndexOutOfBoundsException e) {
            // What the library does with a text of which no character is left.
            prepared = new char[0];
        }
        if (prepared.length == 0) {
            throw new AccountException("The password is empty. Choose another");
        }
        return prepared;
    }
}
