package io.xlink.iwfm.protocol;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Certificates for tests, and the files that hold them. */
public final class Pki {
    public static final Password PASSWORD = Password.of("canary-store-password");

    private Pki() {}

    /** A certification authority. */
    public static X509Bundle authority(String name) throws Exception {
        return new CertificateBuilder()
                .ecp256()
                .subject("CN=" + name)
                .setIsCertificateAuthority(true)
                .notBefore(Instant.now().minus(Duration.ofDays(100)))
                .buildSelfSigned();
    }

    /** A server's certificate for localhost and 127.0.0.1, valid for a year. */
    public static CertificateBuilder server() {
        return named("server", "localhost").addSanIpAddress("127.0.0.1");
    }

    /** A certificate that names one host. */
    public static CertificateBuilder named(String name, String host) {
        return new CertificateBuilder()
                .ecp256()
                .subject("CN=" + name)
                .addSanDnsName(host)
                .notBefore(Instant.now().minus(Duration.ofDays(50)))
                .notAfter(Instant.now().plus(Duration.ofDays(365)));
    }

    /** PEM files of the certificate with its path, and of its key. */
    public static TlsMaterial.PemIdentity pem(Path directory, X509Bundle bundle) throws Exception {
        Path certificates = file(directory, "chain.pem", bundle.getCertificatePathPEM());
        return new TlsMaterial.PemIdentity(
                certificates, file(directory, "key.pem", bundle.getPrivateKeyPEM()), Optional.empty());
    }

    /** A PEM file of trusted certificates. */
    public static TlsMaterial.PemTrust trust(Path directory, X509Bundle... bundles) throws Exception {
        StringBuilder text = new StringBuilder();
        for (X509Bundle bundle : bundles) {
            text.append(bundle.getCertificatePEM()).append('\n');
        }
        return new TlsMaterial.PemTrust(file(directory, "trust.pem", text.toString()));
    }

    /** A PKCS12 file with the certificate and its key. */
    public static Path keyStore(Path directory, X509Bundle bundle) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("key", bundle.getKeyPair().getPrivate(), PASSWORD.reveal(), bundle.getCertificatePath());
        return store(directory, store);
    }

    /** A PKCS12 file with a trusted certificate. */
    public static Path trustStore(Path directory, X509Certificate certificate) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("ca", certificate);
        return store(directory, store);
    }

    private static Path store(Path directory, KeyStore store) throws Exception {
        Path file = Files.createTempFile(directory, "store", ".p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.reveal());
        }
        return file;
    }

    /** A new file. */
    public static Path file(Path directory, String ending, String text) throws Exception {
        return Files.writeString(Files.createTempFile(directory, "pki", "-" + ending), text);
    }

    /** What a listener with this certificate needs. */
    public static ListenerTls listener(Path directory, X509Bundle bundle) throws Exception {
        return ListenerTls.of(TlsMaterial.DEFAULT.with(pem(directory, bundle)), false);
    }

    /** What a client that trusts these needs. */
    public static ClientTls client(Path directory, X509Bundle... trusted) throws Exception {
        return ClientTls.of(TlsMaterial.DEFAULT.with(trust(directory, trusted)));
    }
}
