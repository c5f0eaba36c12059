package io.xlink.iwfm.protocol;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** A file in the format of RFC 7468: certificates, or a private key, between lines of dashes. */
final class PemFile {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);
    /** A key of 16,384 bits and a chain of ten certificates are far below; more is some other file. */
    private static final long LARGEST = 4L * 1024 * 1024;

    private static final List<String> KEY_ALGORITHMS = List.of("RSA", "EC", "EdDSA", "RSASSA-PSS");
    private static final String TO_PKCS8 = "Convert it: openssl pkcs8 -topk8 -in OLD.pem -out NEW.pem";
    /** INTEGER 0, then the algorithm rsaEncryption without parameters: what PKCS#8 puts before a key of PKCS#1. */
    private static final byte[] PKCS8_RSA = {
        0x02,
        0x01,
        0x00,
        0x30,
        0x0d,
        0x06,
        0x09,
        0x2a,
        (byte) 0x86,
        0x48,
        (byte) 0x86,
        (byte) 0xf7,
        0x0d,
        0x01,
        0x01,
        0x01,
        0x05,
        0x00
    };

    private final Path file;
    private final String text;

    private PemFile(Path file, String text) {
        this.file = file;
        this.text = text;
    }

    static PemFile read(Path file) {
        return new PemFile(file, new String(bytes(file), StandardCharsets.ISO_8859_1));
    }

    /** The content of a file with TLS material. */
    static byte[] bytes(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new TlsMaterialException(file, "too large for certificates or keys", "Correct the path");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new TlsMaterialException(file, "the file is not there", "Put it there or correct the path");
        } catch (IOException | UncheckedIOException e) {
            throw new TlsMaterialException(
                    file,
                    "cannot be read (" + e.getClass().getSimpleName() + ")",
                    "Check the path and that the program's user may read it");
        }
    }

    /** All certificates, in the order of the file; at least one. */
    List<X509Certificate> certificates() {
        List<X509Certificate> found = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            String type = block.group(1);
            if (type.endsWith("CERTIFICATE")) { // TRUSTED CERTIFICATE and X509 CERTIFICATE are OpenSSL's older names.
                found.add(certificate(der(block.group(2), "a certificate")));
            }
        }
        if (found.isEmpty()) {
            throw new TlsMaterialException(
                    file,
                    "holds no certificate in PEM format",
                    "It must have a line -----BEGIN CERTIFICATE-----; a DER file is converted with"
                            + " openssl x509 -inform DER -in OLD.cer -out NEW.pem");
        }
        return found;
    }

    private X509Certificate certificate(byte[] der) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new TlsMaterialException(file, "a certificate in it is damaged", "Copy the file again");
        }
    }

    /**
     * The private key.
     *
     * @param password of an encrypted key
     */
    PrivateKey privateKey(Optional<Password> password) {
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            String content = block.group(2);
            switch (block.group(1)) {
                case "PRIVATE KEY" -> {
                    return key(der(content, "the key"));
                }
                case "ENCRYPTED PRIVATE KEY" -> {
                    return decrypted(der(content, "the key"), password);
                }
                case "RSA PRIVATE KEY" -> {
                    if (content.contains("ENCRYPTED")) {
                        throw new TlsMaterialException(file, "holds a key encrypted the old way of OpenSSL", TO_PKCS8);
                    }
                    return key(pkcs8(der(content, "the key")));
                }
                case "EC PRIVATE KEY", "DSA PRIVATE KEY", "OPENSSH PRIVATE KEY" ->
                    throw new TlsMaterialException(file, "holds a private key that is not PKCS#8", TO_PKCS8);
                default -> {}
            }
        }
        throw new TlsMaterialException(
                file,
                "holds no private key in PEM format",
                "It must have a line -----BEGIN PRIVATE KEY----- or -----BEGIN ENCRYPTED PRIVATE KEY-----");
    }

    private PrivateKey decrypted(byte[] der, Optional<Password> password) {
        char[] characters = password.map(Password::reveal)
                .orElseThrow(() -> new TlsMaterialException(
                        file, "the private key is encrypted and no password is given", "Give the key's password"));
        byte[] plain;
        try {
            EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(der);
            // Java 17 names the scheme PBES2 itself by its number; its parameters know the real name.
            String algorithm =
                    info.getAlgName().startsWith("1.2.") || info.getAlgName().equals("PBES2")
                            ? info.getAlgParameters().toString()
                            : info.getAlgName();
            PBEKeySpec spec = new PBEKeySpec(characters);
            Cipher cipher = Cipher.getInstance(algorithm);
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    SecretKeyFactory.getInstance(algorithm).generateSecret(spec),
                    info.getAlgParameters());
            spec.clearPassword();
            plain = info.getKeySpec(cipher).getEncoded();
        } catch (NoSuchAlgorithmException e) {
            throw new TlsMaterialException(
                    file,
                    "the private key is encrypted in a way that this Java does not know",
                    TO_PKCS8 + " -v2 aes-256-cbc");
        } catch (IOException e) {
            throw damagedKey();
        } catch (GeneralSecurityException e) {
            throw new TlsMaterialException(file, "the password does not open the private key", "Correct the password");
        } finally {
            Arrays.fill(characters, '\0');
        }
        return key(plain);
    }

    private PrivateKey key(byte[] pkcs8) {
        try {
            for (String algorithm : KEY_ALGORITHMS) {
                try {
                    return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
                } catch (InvalidKeySpecException e) {
                    // Of another kind, or damaged: the next one tells.
                }
            }
            throw damagedKey();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java 17 has these", e);
        } finally {
            Arrays.fill(pkcs8, (byte) 0);
        }
    }

    private TlsMaterialException damagedKey() {
        return new TlsMaterialException(
                file,
                "the private key is damaged or of an unknown kind",
                "RSA, EC and Ed25519 are known; copy it again");
    }

    private byte[] der(String base64, String what) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new TlsMaterialException(file, what + " is not Base64", "Copy the file again");
        }
    }

    private static byte[] pkcs8(byte[] pkcs1) {
        byte[] key = tagged(0x04, pkcs1);
        byte[] body = Arrays.copyOf(PKCS8_RSA, PKCS8_RSA.length + key.length);
        System.arraycopy(key, 0, body, PKCS8_RSA.length, key.length);
        return tagged(0x30, body);
    }

    /** One DER element; keys are shorter than 64 KiB. */
    private static byte[] tagged(int tag, byte[] content) {
        int n = content.length;
        byte[] length = n < 0x80
                ? new byte[] {(byte) n}
                : n < 0x100 ? new byte[] {(byte) 0x81, (byte) n} : new byte[] {(byte) 0x82, (byte) (n >> 8), (byte) n};
        byte[] element = new byte[1 + length.length + n];
        element[0] = (byte) tag;
        System.arraycopy(length, 0, element, 1, length.length);
        System.arraycopy(content, 0, element, 1 + length.length, n);
        return element;
    }
}
