package io.xlink.iwfm.protocol;

import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/** Why a certificate of the other side is not accepted, in words, with what to do about it. */
final class CertificateVerdict {
    private static final String TRUST = "put its certificate into the file of trusted certificates (TrustCertificates"
            + " of isps.cfg, trustCertificates of an endpoint)";

    private static final String RENEW = "Let its administrator renew the certificate";
    private static final String CLOCKS = "Check the clocks of both machines, or wait until then";

    private CertificateVerdict() {}

    /**
     * Finds the reason of a refusal.
     *
     * @param cause what the JDK said
     * @param chain what the other side showed, its own certificate first; empty when it is not known
     * @param host whom we wanted to reach
     * @param onlyTheHost whether the chain is trusted and only the host does not match
     */
    static CertificateRefusedException refusal(
            CertificateException cause, List<X509Certificate> chain, String host, boolean onlyTheHost) {
        for (X509Certificate certificate : chain) {
            CertificateRefusedException outOfDate = outOfDate(certificate, Instant.now());
            if (outOfDate != null) {
                return outOfDate;
            }
        }
        String said = words(cause);
        if (onlyTheHost || said.contains("No subject alternative") || said.contains("No name matching")) {
            return wrongHost(cause, chain, host);
        }
        if (said.contains("CertificateExpiredException")) {
            return new CertificateRefusedException("a certificate of the other side has expired", RENEW, cause);
        }
        if (said.contains("CertificateNotYetValidException")) {
            return new CertificateRefusedException("a certificate of the other side is not valid yet", CLOCKS, cause);
        }
        boolean unknown = said.contains("unable to find valid certification path")
                || said.contains("does not chain with any of the trust anchors")
                || said.contains("No trusted certificate found");
        if (!unknown) {
            return new CertificateRefusedException(
                    "the certificate cannot be accepted: " + Protocol.plain(rootMessage(cause)),
                    "Let the other side get a certificate that follows today's rules",
                    cause);
        }
        return unknownIssuer(cause, chain);
    }

    /** A refusal when the certificate's time is over or has not come; else null. */
    static CertificateRefusedException outOfDate(X509Certificate certificate, Instant now) {
        String subject = "the certificate " + Certificates.subject(certificate);
        if (Certificates.end(certificate).isBefore(now)) {
            return new CertificateRefusedException(
                    subject + " expired on " + Certificates.end(certificate), RENEW, new CertificateExpiredException());
        }
        Instant begin = certificate.getNotBefore().toInstant();
        if (begin.isAfter(now)) {
            return new CertificateRefusedException(
                    subject + " is not valid before " + begin, CLOCKS, new CertificateNotYetValidException());
        }
        return null;
    }

    private static CertificateRefusedException wrongHost(
            CertificateException cause, List<X509Certificate> chain, String host) {
        List<String> hosts = chain.isEmpty() ? List.of() : Certificates.hosts(chain.get(0));
        String names = chain.isEmpty()
                ? Protocol.plain(rootMessage(cause))
                : hosts.isEmpty() ? "it names no host at all" : "it is for " + String.join(", ", hosts);
        return new CertificateRefusedException(
                "the certificate is not for host " + host + ": " + names,
                hosts.isEmpty()
                        ? "Let the server get a certificate whose subjectAltName holds " + host
                        : "Write a host that it is for, or let the server get a certificate for " + host,
                cause);
    }

    private static CertificateRefusedException unknownIssuer(CertificateException cause, List<X509Certificate> chain) {
        if (chain.isEmpty()) {
            return new CertificateRefusedException(
                    "the certificate was issued by nobody who is trusted here",
                    "If it is the right server, trust the certificate of whoever issued it",
                    cause);
        }
        X509Certificate first = chain.get(0);
        if (Certificates.selfSigned(first)) {
            return new CertificateRefusedException(
                    "the certificate " + Certificates.subject(first) + " is self-signed and not trusted here",
                    "If it is the right server, " + TRUST,
                    cause);
        }
        return new CertificateRefusedException(
                "the certificate " + Certificates.subject(first) + " was issued by "
                        + Certificates.issuer(chain.get(chain.size() - 1)) + ", which is not trusted here",
                "If that issuer is to be trusted, " + TRUST,
                cause);
    }

    private static String words(Throwable cause) {
        StringBuilder all = new StringBuilder();
        for (Throwable t = cause; t != null && all.length() < Protocol.MAX_TEXT * 10; t = t.getCause()) {
            all.append(t).append('\n');
        }
        return all.toString();
    }

    private static String rootMessage(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
