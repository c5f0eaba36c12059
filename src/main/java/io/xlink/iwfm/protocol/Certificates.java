package io.xlink.iwfm.protocol;

import com.ongres.scram.common.util.TlsServerEndpoint;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** What is asked of certificates: their names in words, their end, their hash for the login. */
final class Certificates {
    /** How long before its end a certificate is warned about. */
    static final Duration WARNING = Duration.ofDays(30);

    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;
    private static final int MOST_NAMES = 10;

    private Certificates() {}

    /** What the other side showed, its own certificate first; empty when it showed none. */
    static List<X509Certificate> ofPeer(SSLSession session) {
        try {
            return certificates(session.getPeerCertificates());
        } catch (SSLPeerUnverifiedException e) {
            return List.of();
        }
    }

    /** What this side showed, its own certificate first; empty when it showed none. */
    static List<X509Certificate> ofThisSide(SSLSession session) {
        return certificates(session.getLocalCertificates());
    }

    private static List<X509Certificate> certificates(Certificate[] chain) {
        return chain == null
                ? List.of()
                : Arrays.stream(chain)
                        .filter(X509Certificate.class::isInstance)
                        .map(X509Certificate.class::cast)
                        .toList();
    }

    static String subject(X509Certificate certificate) {
        return Protocol.plain(certificate.getSubjectX500Principal().getName());
    }

    static String issuer(X509Certificate certificate) {
        return Protocol.plain(certificate.getIssuerX500Principal().getName());
    }

    static boolean selfSigned(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    /** The hosts that a certificate is for (RFC 6125): DNS names and addresses, at most ten of them. */
    static List<String> hosts(X509Certificate certificate) {
        List<String> names = new ArrayList<>();
        try {
            Collection<List<?>> all = certificate.getSubjectAlternativeNames();
            for (List<?> name : all == null ? List.<List<?>>of() : all) {
                if (name.get(0).equals(DNS_NAME) || name.get(0).equals(IP_ADDRESS)) {
                    names.add(Protocol.plain(name.get(1).toString()));
                }
            }
        } catch (CertificateParsingException e) {
            return List.of();
        }
        return names.size() <= MOST_NAMES ? names : names.subList(0, MOST_NAMES);
    }

    /** The first of a chain to end. */
    static Optional<X509Certificate> firstToEnd(List<X509Certificate> chain) {
        return chain.stream().min(Comparator.comparing(X509Certificate::getNotAfter));
    }

    static Instant end(X509Certificate certificate) {
        return certificate.getNotAfter().toInstant();
    }

    /** Those that end within {@link #WARNING}, each as words for a log line. */
    static List<String> endingSoon(List<X509Certificate> chain, Instant now) {
        return chain.stream()
                .filter(c -> end(c).isBefore(now.plus(WARNING)))
                .map(c -> subject(c) + (end(c).isBefore(now) ? " expired on " : " expires on ") + end(c))
                .toList();
    }

    /**
     * The channel binding {@code tls-server-end-point} of a server's certificate (RFC 5929, section 4): its hash by the
     * function of its own signature, with SHA-256 in place of MD5 and SHA-1. Empty where none is defined, as for
     * Ed25519.
     */
    static Optional<byte[]> endPoint(X509Certificate certificate) {
        try {
            byte[] hash = TlsServerEndpoint.getChannelBindingData(certificate);
            return hash.length == 0 ? Optional.empty() : Optional.of(hash);
        } catch (CertificateEncodingException e) {
            return Optional.empty();
        }
    }
}
