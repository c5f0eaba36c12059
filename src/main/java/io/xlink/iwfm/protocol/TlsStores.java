package io.xlink.iwfm.protocol;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Reads {@link TlsMaterial} into key stores in memory, and says what is wrong with it. */
final class TlsStores {
    private static final String KEYTOOL_IMPORT =
            "Put certificates in with keytool -importcert -storetype PKCS12, and check the password";

    private TlsStores() {}

    /** A certificate chain with its key, checked to belong together. */
    @SuppressWarnings("ArrayRecordComponent") // goes straight into a key store
    record Identity(PrivateKey key, X509Certificate[] chain) {
        /** A key store with this one entry and an empty password. */
        KeyStore store() {
            try {
                KeyStore store = KeyStore.getInstance("PKCS12");
                store.load(null, null);
                store.setKeyEntry("identity", key, new char[0], chain);
                return store;
            } catch (GeneralSecurityException | IOException e) {
                throw new IllegalStateException("an empty key store takes a key", e);
            }
        }

        @Override
        public String toString() {
            return "Identity[" + chain[0].getSubjectX500Principal() + "]";
        }
    }

    /** A store of trusted certificates; null stands for the JDK's own, as {@code TrustManagerFactory} has it. */
    static KeyStore trust(Optional<TlsMaterial.Trust> trust) {
        if (trust.isEmpty()) {
            return null;
        }
        if (trust.get() instanceof TlsMaterial.StoreTrust store) {
            return trustStore(store);
        }
        Path file = ((TlsMaterial.PemTrust) trust.get()).certificates();
        List<X509Certificate> certificates = PemFile.read(file).certificates();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (int i = 0; i < certificates.size(); i++) {
                store.setCertificateEntry("trusted-" + i, certificates.get(i));
            }
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new TlsMaterialException(file, "its certificates cannot be used", "Copy the file again");
        }
    }

    private static KeyStore trustStore(TlsMaterial.StoreTrust trust) {
        KeyStore store = load(trust.store(), trust.password());
        try {
            for (String alias : Collections.list(store.aliases())) {
                if (store.isCertificateEntry(alias)) {
                    return store;
                }
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the store is loaded", e);
        }
        throw new TlsMaterialException(trust.store(), "holds no trusted certificate", KEYTOOL_IMPORT);
    }

    static Identity identity(TlsMaterial.Identity identity) {
        if (identity instanceof TlsMaterial.StoreIdentity store) {
            return keyEntry(store);
        }
        TlsMaterial.PemIdentity pem = (TlsMaterial.PemIdentity) identity;
        X509Certificate[] chain =
                PemFile.read(pem.certificates()).certificates().toArray(X509Certificate[]::new);
        PrivateKey key = PemFile.read(pem.key()).privateKey(pem.password());
        if (!fits(key, chain[0])) {
            throw new TlsMaterialException(
                    pem.key(),
                    "the private key does not belong to the first certificate of " + pem.certificates() + " ("
                            + Certificates.subject(chain[0]) + ")",
                    "Give the key that the certificate was requested with; the server's own certificate comes first");
        }
        return new Identity(key, chain);
    }

    private static Identity keyEntry(TlsMaterial.StoreIdentity identity) {
        KeyStore store = load(identity.store(), identity.password());
        char[] password = identity.password().reveal();
        try {
            for (String alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias) && store.getKey(alias, password) instanceof PrivateKey key) {
                    Certificate[] chain = store.getCertificateChain(alias);
                    return new Identity(key, Arrays.copyOf(chain, chain.length, X509Certificate[].class));
                }
            }
        } catch (UnrecoverableKeyException e) {
            throw new TlsMaterialException(
                    identity.store(),
                    "its key has another password than the store",
                    "Give both the same: keytool -keypasswd, or make the PKCS12 file anew");
        } catch (GeneralSecurityException e) {
            throw new TlsMaterialException(
                    identity.store(), "its key cannot be read", "Make it with openssl pkcs12 -export");
        } finally {
            Arrays.fill(password, '\0');
        }
        throw new TlsMaterialException(
                identity.store(),
                "holds no private key",
                "Make it with openssl pkcs12 -export -inkey KEY.pem -in CERTIFICATES.pem");
    }

    private static KeyStore load(Path file, Password password) {
        byte[] bytes = PemFile.bytes(file);
        char[] characters = password.reveal();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(bytes), characters);
            return store;
        } catch (IOException e) {
            // Neither the message nor the cause is passed on: what they hold is not ours to vouch for.
            if (e.getCause() instanceof UnrecoverableKeyException) {
                throw new TlsMaterialException(file, "the password does not open the store", "Correct the password");
            }
            throw new TlsMaterialException(
                    file, "not a PKCS12 store", "Correct the path; a PEM file goes into the options for PEM");
        } catch (GeneralSecurityException e) {
            throw new TlsMaterialException(
                    file, "a PKCS12 store that this Java cannot read", "Make it anew with keytool");
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    /** Whether what the key signs is what the certificate's key verifies. */
    private static boolean fits(PrivateKey key, X509Certificate certificate) {
        String algorithm = switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            case "EdDSA", "Ed25519", "Ed448" -> "EdDSA";
            default -> null;
        };
        if (algorithm == null) {
            return key.getAlgorithm().equals(certificate.getPublicKey().getAlgorithm());
        }
        try {
            byte[] sample = {1, 2, 3};
            Signature signer = Signature.getInstance(algorithm);
            signer.initSign(key);
            signer.update(sample);
            byte[] signature = signer.sign();
            signer.initVerify(certificate.getPublicKey());
            signer.update(sample);
            return signer.verify(signature);
        } catch (GeneralSecurityException e) {
            return false; // A key of another kind.
        }
    }
}
