package io.xlink.iwfm.protocol;

import java.security.cert.CertificateException;

/** The other side's certificate is not accepted. The message says why, the remedy what to do. */
final class CertificateRefusedException extends CertificateException {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    CertificateRefusedException(String what, String remedy, Throwable cause) {
        super(what, cause);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
