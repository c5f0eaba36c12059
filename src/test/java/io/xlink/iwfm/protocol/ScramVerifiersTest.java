package io.xlink.iwfm.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class ScramVerifiersTest {
    /** The exchange of RFC 7677, section 3: user "user", password "pencil". */
    private static final String AUTH_MESSAGE = "n=user,r=rOprNGfwEbeRWgbNEkqO,"
            + "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096,"
            + "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0";

    private static final byte[] SALT = Base64.getDecoder().decode("W22ZaJ0SNY7soEsUEjb6gQ==");

    @Test
    void theKeysFitTheExampleOfTheStandard() throws GeneralSecurityException {
        ScramVerifier verifier = ScramVerifiers.of("pencil".toCharArray(), SALT, 4096);

        assertThat(Base64.getEncoder().encodeToString(hmac(verifier.serverKey())))
                .isEqualTo("6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=");
        byte[] clientKey = Base64.getDecoder().decode("dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=");
        byte[] signature = hmac(verifier.storedKey());
        for (int i = 0; i < clientKey.length; i++) {
            clientKey[i] ^= signature[i];
        }
        assertThat(MessageDigest.getInstance("SHA-256").digest(clientKey)).isEqualTo(verifier.storedKey());
    }

    @Test
    void saltsDiffer() {
        char[] password = "pencil".toCharArray();

        assertThat(ScramVerifiers.of(password, 4096).salt())
                .isNotEqualTo(ScramVerifiers.of(password, 4096).salt());
        assertThat(password).isEqualTo("pencil".toCharArray());
    }

    @Test
    void passwordsThatLookTheSameAreTheSame() {
        // RFC 4013, section 3: a soft hyphen is mapped to nothing, a roman numeral to letters.
        assertThat(storedKey("I\u00ADX")).isEqualTo(storedKey("IX")).isEqualTo(storedKey("\u2168"));
        // Written as one character or as letter and accent.
        assertThat(storedKey("J\u00F6rg")).isEqualTo(storedKey("Jo\u0308rg")).isNotEqualTo(storedKey("Jorg"));
    }

    private static byte[] storedKey(String password) {
        return ScramVerifiers.of(password.toCharArray(), SALT, 4096).storedKey();
    }

    private static byte[] hmac(byte[] key) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(AUTH_MESSAGE.getBytes(StandardCharsets.US_ASCII));
    }
}
