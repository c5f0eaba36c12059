package io.xlink.iwfm;

import io.xlink.iwfm.protocol.Password;
import io.xlink.iwfm.protocol.TlsMaterial;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.support.jsse.SSLContextParameters;

/**
 * The TLS options of an {@code iwfms} endpoint. None of them weakens it: TLS is 1.2 or 1.3, and a producer always checks
 * that the server's certificate is trusted and made for the host.
 */
@UriParams
public class IwfmTlsConfiguration implements Cloneable {
    @UriParam(
            label = "security",
            description = "TLS by Camel's own parameters, in place of the other options. TLS 1.2 and 1.3 only; the"
                    + " host is verified whatever they say.")
    private SSLContextParameters sslContextParameters;

    @UriParam(
            label = "security",
            description = "The files of the options below as one object, in place of them. For code, and for paths that"
                    + " a URI would change.")
    private TlsMaterial tlsMaterial;

    @UriParam(
            label = "security",
            description = "PEM file of trusted certificates. By default those count that the JDK trusts.")
    private String trustCertificates;

    @UriParam(label = "security", description = "PKCS12 file of trusted certificates, in place of trustCertificates.")
    private String trustStore;

    @UriParam(label = "security", secret = true, description = "Password of trustStore.")
    private String trustStorePassword;

    @UriParam(
            label = "security",
            description = "PEM file of this side's certificate, followed by those of its issuers. A consumer needs one;"
                    + " a producer only where the server asks for it.")
    private String certificateChain;

    @UriParam(
            label = "security",
            description = "PEM file of the certificate's private key: PKCS#8, encrypted or not, or RSA's PKCS#1.")
    private String certificateKey;

    @UriParam(label = "security", secret = true, description = "Password of an encrypted certificateKey.")
    private String keyPassword;

    @UriParam(
            label = "security",
            description = "PKCS12 file of certificate and key, in place of certificateChain and certificateKey.")
    private String keyStore;

    @UriParam(label = "security", secret = true, description = "Password of keyStore and of the key in it.")
    private String keyStorePassword;

    @UriParam(
            label = "consumer,security",
            defaultValue = "false",
            description = "Whether clients must show a certificate that is trusted here.")
    private boolean needClientAuth;

    IwfmTlsConfiguration copy() {
        try {
            return (IwfmTlsConfiguration) clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    /** The name of an option that is given, if any is. */
    Optional<String> given() {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("sslContextParameters", sslContextParameters);
        options.put("needClientAuth", needClientAuth ? true : null);
        options.putAll(files());
        return options.entrySet().stream()
                .filter(option -> option.getValue() != null)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private Map<String, Object> files() {
        Map<String, Object> files = new LinkedHashMap<>();
        files.put("tlsMaterial", tlsMaterial);
        files.put("trustCertificates", trustCertificates);
        files.put("trustStore", trustStore);
        files.put("trustStorePassword", trustStorePassword);
        files.put("certificateChain", certificateChain);
        files.put("certificateKey", certificateKey);
        files.put("keyPassword", keyPassword);
        files.put("keyStore", keyStore);
        files.put("keyStorePassword", keyStorePassword);
        return files;
    }

    /** Whether files are named, and not Camel's parameters. */
    boolean hasFiles() {
        return files().values().stream().anyMatch(Objects::nonNull);
    }

    /**
     * The files that the options name.
     *
     * @throws IllegalArgumentException when options are missing or contradict each other
     */
    TlsMaterial material() {
        refuse(sslContextParameters != null && hasFiles(), "sslContextParameters stands beside options for files");
        refuse(trustCertificates != null && trustStore != null, "trustCertificates stands beside trustStore");
        refuse(certificateChain != null && keyStore != null, "certificateChain stands beside keyStore");
        refuse((trustStore == null) != (trustStorePassword == null), "trustStore and trustStorePassword go together");
        refuse((keyStore == null) != (keyStorePassword == null), "keyStore and keyStorePassword go together");
        refuse(
                (certificateChain == null) != (certificateKey == null),
                "certificateChain and certificateKey go together");
        refuse(keyPassword != null && certificateKey == null, "keyPassword without certificateKey");
        if (tlsMaterial != null) {
            long given = files().values().stream().filter(Objects::nonNull).count();
            refuse(given > 1, "tlsMaterial stands beside options for files");
            return tlsMaterial;
        }
        TlsMaterial material = TlsMaterial.DEFAULT;
        if (trustCertificates != null) {
            material = material.with(new TlsMaterial.PemTrust(Path.of(trustCertificates)));
        } else if (trustStore != null) {
            material = material.with(new TlsMaterial.StoreTrust(Path.of(trustStore), Password.of(trustStorePassword)));
        }
        if (certificateChain != null) {
            material = material.with(new TlsMaterial.PemIdentity(
                    Path.of(certificateChain),
                    Path.of(certificateKey),
                    Optional.ofNullable(keyPassword).map(Password::of)));
        } else if (keyStore != null) {
            material = material.with(new TlsMaterial.StoreIdentity(Path.of(keyStore), Password.of(keyStorePassword)));
        }
        return material;
    }

    private static void refuse(boolean wrong, String what) {
        if (wrong) {
            throw new IllegalArgumentException("TLS options of an iwfms endpoint: " + what);
        }
    }

    public SSLContextParameters getSslContextParameters() {
        return sslContextParameters;
    }

    public void setSslContextParameters(SSLContextParameters sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }

    public TlsMaterial getTlsMaterial() {
        return tlsMaterial;
    }

    public void setTlsMaterial(TlsMaterial tlsMaterial) {
        this.tlsMaterial = tlsMaterial;
    }

    public String getTrustCertificates() {
        return trustCertificates;
    }

    public void setTrustCertificates(String trustCertificates) {
        this.trustCertificates = trustCertificates;
    }

    public String getTrustStore() {
        return trustStore;
    }

    public void setTrustStore(String trustStore) {
        this.trustStore = trustStore;
    }

    public String getTrustStorePassword() {
        return trustStorePassword;
    }

    public void setTrustStorePassword(String trustStorePassword) {
        this.trustStorePassword = trustStorePassword;
    }

    public String getCertificateChain() {
        return certificateChain;
    }

    public void setCertificateChain(String certificateChain) {
        this.certificateChain = certificateChain;
    }

    public String getCertificateKey() {
        return certificateKey;
    }

    public void setCertificateKey(String certificateKey) {
        this.certificateKey = certificateKey;
    }

    public String getKeyPassword() {
        return keyPassword;
    }

    public void setKeyPassword(String keyPassword) {
        this.keyPassword = keyPassword;
    }

    public String getKeyStore() {
        return keyStore;
    }

    public void setKeyStore(String keyStore) {
        this.keyStore = keyStore;
    }

    public String getKeyStorePassword() {
        return keyStorePassword;
    }

    public void setKeyStorePassword(String keyStorePassword) {
        this.keyStorePassword = keyStorePassword;
    }

    public boolean isNeedClientAuth() {
        return needClientAuth;
    }

    public void setNeedClientAuth(boolean needClientAuth) {
        this.needClientAuth = needClientAuth;
    }
}
