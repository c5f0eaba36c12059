package io.xlink.iwfm.protocol;

/**
 * What a server keeps of a password instead of the password (RFC 5802, section 3, with SHA-256 of RFC 7677).
 *
 * @param salt at least 16 random bytes, different for each user
 * @param iterations PBKDF2 rounds, at least 4096
 * @param storedKey {@code H(ClientKey)}, 32 bytes
 * @param serverKey {@code HMAC(SaltedPassword, "Server Key")}, 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // carried from the store to the login, never compared
public record ScramVerifier(byte[] salt, int iterations, byte[] storedKey, byte[] serverKey) {
    @Override
    public String toString() {
        return "ScramVerifier[" + iterations + " iterations]";
    }
}
