package io.xlink.config;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;

/**
 * The key of an installation's encoded passwords: a keyset of Tink, which may hold older keys beside the one that
 * encodes. Nothing about the key itself is ever in a message, so what the library says about a broken one is dropped.
 */
final class PasswordKey {
    /** Tink begins each text with this byte and the id of its key. */
    private static final int PREFIX = 5;

    private static final byte PREFIX_BEGIN = 1;

    static {
        try {
            AeadConfig.register();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Path place;
    private final Aead cipher;
    private final Set<Integer> ids = new HashSet<>();

    private PasswordKey(Path place, KeysetHandle keys) throws GeneralSecurityException {
        this.place = place;
        this.cipher = keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
        for (int i = 0; i < keys.size(); i++) {
            ids.add(keys.getAt(i).getId());
        }
    }

    /**
     * Reads a keyset.
     *
     * @param place where it stands, for messages
     * @param keyset the keyset as JSON, or that in Base64
     * @throws ConfigException when it is neither, or its keys do not encrypt
     */
    static PasswordKey of(Path place, String keyset) {
        try {
            String json = keyset.strip();
            if (!json.startsWith("{")) {
                json = new String(Base64.getDecoder().decode(json.replaceAll("\\s", "")), StandardCharsets.UTF_8);
            }
            return new PasswordKey(place, TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get()));
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new ConfigException(
                    place,
                    0,
                    "is not a key for passwords",
                    "Restore it from a backup; without one, remove it and encode each password again with"
                            + " ./xlink passcode");
        }
    }

    /** A new keyset as JSON, of one AES key of 256 bits for GCM. */
    static String newKeyset() {
        try {
            KeysetHandle keys = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            return TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES-GCM", e);
        }
    }

    /** Where the key stands, for messages. */
    Path place() {
        return place;
    }

    byte[] encrypt(byte[] password, PasswordUse use) {
        try {
            return cipher.encrypt(password, use.associatedData());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a password was not encrypted", e);
        }
    }

    /** @throws GeneralSecurityException when the key, the use or a single bit is another one */
    byte[] decrypt(byte[] encrypted, PasswordUse use) throws GeneralSecurityException {
        return cipher.decrypt(encrypted, use.associatedData());
    }

    /** Whether one of these keys made the text, as far as its beginning says. */
    boolean made(byte[] encrypted) {
        return encrypted.length > PREFIX
                && encrypted[0] == PREFIX_BEGIN
                && ids.contains(ByteBuffer.wrap(encrypted).getInt(1));
    }
}
