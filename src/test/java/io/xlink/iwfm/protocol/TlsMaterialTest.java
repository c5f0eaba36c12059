package io.xlink.iwfm.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.pkitesting.X509Bundle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Base64;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of certificates and keys: what is read, and what is said about one that cannot be. */
class TlsMaterialTest {
    /** RSA 2048, made by OpenSSL 3 in each of the forms that it writes. */
    private static final Path KEYS = Path.of("src/test/resources/iwfm/tls");

    private static final Password KEY_PASSWORD = Password.of("canary-key-password");

    @TempDir
    private Path directory;

    private X509Bundle own;

    @BeforeEach
    void make() throws Exception {
        own = Pki.server().setIsCertificateAuthority(true).buildSelfSigned();
    }

    private static AbstractThrowableAssert<?, ?> refused(TlsMaterial material) {
        return assertThatThrownBy(() -> ClientTls.of(material))
                .isInstanceOf(TlsMaterialException.class)
                .hasNoCause()
                .hasMessageNotContaining("canary");
    }

    private static TlsMaterial trust(Path file) {
        return TlsMaterial.DEFAULT.with(new TlsMaterial.PemTrust(file));
    }

    private TlsMaterial key(Path file, Password password) throws Exception {
        return TlsMaterial.DEFAULT.with(new TlsMaterial.PemIdentity(
                Pki.file(directory, "c.pem", own.getCertificatePEM()), file, Optional.ofNullable(password)));
    }

    @Test
    void everyFormOfAKeyIsTheSameKey() {
        PrivateKey plain = PemFile.read(KEYS.resolve("pkcs8.pem")).privateKey(Optional.empty());
        assertThat(plain).isInstanceOf(RSAPrivateCrtKey.class);
        assertThat(PemFile.read(KEYS.resolve("pkcs1.pem")).privateKey(Optional.empty()))
                .isEqualTo(plain);
        assertThat(PemFile.read(KEYS.resolve("pkcs8-encrypted.pem")).privateKey(Optional.of(KEY_PASSWORD)))
                .isEqualTo(plain);
        assertThat(PemFile.read(KEYS.resolve("pkcs8-encrypted-old.pem")).privateKey(Optional.of(KEY_PASSWORD)))
                .isEqualTo(plain);
    }

    @Test
    void anEncryptedKeyThatDoesNotOpenSaysSo() throws Exception {
        Path encrypted = KEYS.resolve("pkcs8-encrypted.pem");
        refused(key(encrypted, Password.of("canary-wrong")))
                .hasMessage(encrypted + ": the password does not open the private key. Correct the password");
        refused(key(encrypted, null))
                .hasMessageContainingAll(encrypted.toString(), "encrypted and no password is given");
        Path old = KEYS.resolve("pkcs1-encrypted.pem");
        refused(key(old, KEY_PASSWORD)).hasMessageContainingAll(old.toString(), "openssl pkcs8 -topk8");
        refused(key(KEYS.resolve("sec1.pem"), null)).hasMessageContainingAll("not PKCS#8", "openssl pkcs8 -topk8");
    }

    @Test
    void aKeyOfAnotherCertificateIsRefused() throws Exception {
        Path other = Pki.file(
                directory,
                "k.pem",
                Pki.named("other", "x")
                        .setIsCertificateAuthority(true)
                        .buildSelfSigned()
                        .getPrivateKeyPEM());
        refused(key(other, null))
                .hasMessageContainingAll(other.toString(), "does not belong to the first certificate", "CN=server");
        refused(key(KEYS.resolve("pkcs8.pem"), null)).hasMessageContaining("does not belong");
    }

    @Test
    void filesThatAreNotPemSaySo() throws Exception {
        Path nothing = directory.resolve("nothing.pem");
        refused(trust(nothing)).hasMessageContaining(nothing + ": the file is not there");
        refused(trust(directory)).hasMessageContaining(directory + ": ");
        Path text = Pki.file(directory, "x.pem", "hello");
        refused(trust(text)).hasMessageContainingAll(text + ": holds no certificate in PEM format", "openssl x509");
        refused(key(text, null)).hasMessageContaining(text + ": holds no private key in PEM format");
        Path der = directory.resolve("c.der");
        Files.write(der, own.getCertificate().getEncoded());
        refused(trust(der)).hasMessageContaining("holds no certificate in PEM format");
        Path broken = Pki.file(directory, "b.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        refused(trust(broken)).hasMessageContaining(broken + ": a certificate in it is damaged");
        Path junk = Pki.file(
                directory,
                "j.pem",
                "-----BEGIN PRIVATE KEY-----\n" + Base64.getEncoder().encodeToString(new byte[40])
                        + "\n-----END PRIVATE KEY-----\n");
        refused(key(junk, null)).hasMessageContaining("damaged or of an unknown kind");
    }

    @Test
    void storesThatCannotBeUsedSaySo() throws Exception {
        Path store = Pki.trustStore(directory, own.getCertificate());
        Path keys = Pki.keyStore(directory, own);
        Password wrong = Password.of("canary-wrong");
        refused(TlsMaterial.DEFAULT.with(new TlsMaterial.StoreTrust(store, wrong)))
                .hasMessage(store + ": the password does not open the store. Correct the password");
        refused(TlsMaterial.DEFAULT.with(new TlsMaterial.StoreIdentity(keys, wrong)))
                .hasMessage(keys + ": the password does not open the store. Correct the password");
        refused(TlsMaterial.DEFAULT.with(new TlsMaterial.StoreIdentity(store, Pki.PASSWORD)))
                .hasMessageContaining("holds no private key");
        refused(TlsMaterial.DEFAULT.with(new TlsMaterial.StoreTrust(keys, Pki.PASSWORD)))
                .hasMessageContaining("holds no trusted certificate");
        Path text = Pki.file(directory, "x.p12", own.getCertificatePEM());
        refused(TlsMaterial.DEFAULT.with(new TlsMaterial.StoreTrust(text, Pki.PASSWORD)))
                .hasMessageContaining("not a PKCS12 store");
    }

    @Test
    void aListenerNeedsACertificate() {
        assertThatThrownBy(() -> ListenerTls.of(TlsMaterial.DEFAULT, false))
                .isInstanceOf(TlsMaterialException.class)
                .hasMessageContaining("needs a certificate and its key");
    }

    @Test
    void nothingPrintsAPassword() throws Exception {
        TlsMaterial material = TlsMaterial.DEFAULT
                .with(new TlsMaterial.StoreTrust(Pki.trustStore(directory, own.getCertificate()), Pki.PASSWORD))
                .with(new TlsMaterial.StoreIdentity(Pki.keyStore(directory, own), Pki.PASSWORD));
        ClientSettings settings =
                ClientSettings.of(1, "WFM", "x", 1, "u", KEY_PASSWORD).with(ClientTls.of(material));
        assertThat(material.toString()).contains("***").doesNotContain("canary");
        assertThat(settings.toString()).contains("store").doesNotContain("canary");
        assertThat(ListenerTls.of(material, false).toString())
                .isEqualTo("ListenerTls[CN=server]")
                .doesNotContain("canary");
    }

    @Test
    void theSameMaterialIsTheSameTls() throws Exception {
        TlsMaterial one = TlsMaterial.DEFAULT.with(Pki.trust(directory, own));
        assertThat(ClientTls.of(one)).isEqualTo(ClientTls.of(one)).hasSameHashCodeAs(ClientTls.of(one));
        assertThat(ClientTls.of(one)).isNotEqualTo(ClientTls.of(TlsMaterial.DEFAULT));
    }
}
