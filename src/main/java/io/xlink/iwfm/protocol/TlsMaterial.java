package io.xlink.iwfm.protocol;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a side of a TLS connection finds whom it trusts and who it is. It names files; they are read when a
 * {@link ClientTls} or {@link ListenerTls} is made of it.
 *
 * @param trust whose certificates are accepted; empty for the certification authorities that the JDK trusts
 * @param identity this side's own certificate and key; a listener needs them, a client only where the server asks
 */
public record TlsMaterial(Optional<Trust> trust, Optional<Identity> identity) {
    /** The JDK's trust and no certificate of one's own: what a client of a server with a public certificate needs. */
    public static final TlsMaterial DEFAULT = new TlsMaterial(Optional.empty(), Optional.empty());

    /** Certificates that are accepted, and those issued by them. */
    public sealed interface Trust {}

    /** One or more certificates in a PEM file. */
    public record PemTrust(Path certificates) implements Trust {}

    /** The trusted entries of a PKCS12 store. */
    public record StoreTrust(Path store, Password password) implements Trust {}

    /** A certificate and its key. */
    public sealed interface Identity {}

    /**
     * Two PEM files, which may be the same one.
     *
     * @param certificates the certificate, then those of its issuers up to, but not necessarily with, the root
     * @param key the private key: PKCS#8, encrypted or not, or RSA's PKCS#1, not encrypted
     * @param password of an encrypted key
     */
    public record PemIdentity(Path certificates, Path key, Optional<Password> password) implements Identity {}

    /** The first key entry of a PKCS12 store; the key has the store's password. */
    public record StoreIdentity(Path store, Password password) implements Identity {}

    public TlsMaterial with(Trust other) {
        return new TlsMaterial(Optional.of(other), identity);
    }

    public TlsMaterial with(Identity other) {
        return new TlsMaterial(trust, Optional.of(other));
    }
}
