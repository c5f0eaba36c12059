package io.xlink.iwfm.protocol;

import io.netty.handler.ssl.NotSslRecordException;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Locale;

/** TLS did not come about. The message says why, the remedy what to do; neither needs knowledge of TLS's own terms. */
final class TlsFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    TlsFailure(String what, String remedy, Throwable cause) {
        super(what, cause);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }

    /** Why a client's handshake failed. */
    static TlsFailure ofClient(Throwable cause, String host) {
        for (Throwable t = cause; t != null; t = t.getCause()) {
            if (t instanceof NotSslRecordException) {
                return new TlsFailure(
                        "the port answers without TLS",
                        "Write the server's TLS port, or iwfm:// in place of iwfms:// if the network between can be"
                                + " trusted",
                        cause);
            }
            if (t instanceof CertificateException refused) {
                CertificateRefusedException known = refused instanceof CertificateRefusedException k
                        ? k
                        : CertificateVerdict.refusal(refused, List.of(), host, false);
                return new TlsFailure(known.getMessage(), known.remedy(), cause);
            }
            if (t instanceof ClosedChannelException) {
                return new TlsFailure(
                        "the connection was closed during the TLS handshake",
                        "Check that this port is the server's TLS port; the server's log may say more",
                        cause);
            }
        }
        String said = said(cause);
        if (isAbout(said, "protocol_version", "protocol version", "no appropriate protocol")) {
            return new TlsFailure(
                    "the server and this side have no version of TLS in common",
                    "This side speaks TLS 1.3 and 1.2: update the server or its TLS settings",
                    cause);
        }
        if (isAbout(said, "certificate", "unknown_ca", "access_denied")) {
            return new TlsFailure(
                    "the server does not accept the certificate of this side, or misses one (" + said + ")",
                    "Give a certificate and key that the server trusts",
                    cause);
        }
        if (isAbout(said, "handshake_failure", "cipher", "insufficient_security")) {
            return new TlsFailure(
                    "the server and this side have no cipher suite in common (" + said + ")",
                    "Compare the TLS settings of both",
                    cause);
        }
        return new TlsFailure(
                "TLS failed: " + said, "Check that this port is the server's TLS port and the server's log", cause);
    }

    /** Why a listener's handshake failed, for its log. */
    static String ofListener(Throwable cause) {
        for (Throwable t = cause; t != null; t = t.getCause()) {
            if (t instanceof CertificateException) {
                return "the client's certificate is not accepted: " + Protocol.plain(String.valueOf(t.getMessage()));
            }
            if (t instanceof ClosedChannelException) {
                return "the client closed the connection";
            }
        }
        String said = said(cause);
        if (isAbout(said, "received fatal alert") && isAbout(said, "certificate", "unknown_ca")) {
            return "the client does not accept this server's certificate (" + said + ")";
        }
        if (isAbout(said, "requested protocol", "protocol version", "protocol_version", "no appropriate protocol")) {
            return "the client speaks no TLS that is accepted here, which are 1.3 and 1.2";
        }
        if (isAbout(said, "cipher")) {
            return "the client and this server have no cipher suite in common";
        }
        if (isAbout(said, "empty client certificate chain", "empty server certificate chain")) {
            return "the client shows no certificate, and this server asks for one";
        }
        return said;
    }

    private static String said(Throwable cause) {
        Throwable told = cause;
        while (told.getCause() != null) {
            told = told.getCause();
        }
        return Protocol.plain(told.getMessage() == null ? told.getClass().getSimpleName() : told.getMessage());
    }

    private static boolean isAbout(String said, String... words) {
        String lower = said.toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (lower.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
