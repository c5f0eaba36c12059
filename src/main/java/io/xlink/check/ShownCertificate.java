package io.xlink.check;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.security.auth.x500.X500Principal;

/**
 * A server's certificate, as an administrator compares it.
 *
 * @param sha256 fingerprint: hexadecimal, bytes separated by colons
 * @param validUntil its last moment
 * @param daysLeft whole days until then; negative when it is over
 */
public record ShownCertificate(String subject, String issuer, String sha256, Instant validUntil, long daysLeft) {

    static ShownCertificate of(X509Certificate certificate, Instant now) {
        Instant end = certificate.getNotAfter().toInstant();
        return new ShownCertificate(
                words(certificate.getSubjectX500Principal()),
                words(certificate.getIssuerX500Principal()),
                fingerprint(certificate),
                end,
                Math.floorDiv(
                        Duration.between(now, end).toSeconds(),
                        Duration.ofDays(1).toSeconds()));
    }

    private static String fingerprint(X509Certificate certificate) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256, and the certificate was decoded from bytes", e);
        }
    }

    /** Whoever made the certificate chose the name, so it must not reach a terminal as it is. */
    private static String words(X500Principal name) {
        return name.getName().replaceAll("\\p{Cntrl}", "?");
    }
}
