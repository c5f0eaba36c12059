package io.xlink.iwfm.protocol;

import com.ongres.scram.common.ClientFirstMessage;
import com.ongres.scram.common.ScramFunctions;
import com.ongres.scram.common.exception.ScramParseException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The server's side of one SCRAM-SHA-256 login (RFC 5802, RFC 7677): first message in, challenge out, final message
 * in, verdict out. Calls {@link Accounts}, so it does not belong on an event loop.
 */
final class ServerLogin {
    /** Says the same whether the user does not exist, the password is wrong or the user is locked. */
    static final String REFUSAL = "user name or password wrong, or the user is locked";

    private static final int NONCE_CHARACTERS = 24;
    private static final Pattern SASL_NAME = Pattern.compile("(?:[^=]|=2C|=3D)+");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Accounts accounts;
    private final FakeVerifiers fakes;
    private String user;
    private String gs2Header;
    private String nonce;
    private String firstMessages;

    ServerLogin(Accounts accounts, FakeVerifiers fakes) {
        this.accounts = accounts;
        this.fakes = fakes;
    }

    /**
     * The verdict.
     *
     * @param message server-final-message when accepted, else empty
     * @param refusal why not, for an administrator; empty when accepted
     */
    record Verdict(String user, boolean accepted, String message, String refusal) {}

    /** client-first-message to server-first-message (RFC 5802, section 5). */
    String first(String mechanism, String message) throws MalformedException {
        if (gs2Header != null || !mechanism.equals(Protocol.MECHANISM)) {
            throw new MalformedException("a login that does not begin with " + Protocol.MECHANISM);
        }
        ClientFirstMessage parsed = parse(message);
        if (parsed.isChannelBindingRequired()) {
            throw new MalformedException("a login that wants channel binding without TLS");
        }
        if (parsed.getGs2Header().getAuthzid() != null) {
            throw new MalformedException("a login on behalf of another user");
        }
        int bare = message.indexOf(',', message.indexOf(',') + 1) + 1;
        user = saslName(message.substring(bare));
        gs2Header = message.substring(0, bare);
        nonce = parsed.getClientNonce() + ScramFunctions.nonce(NONCE_CHARACTERS, RANDOM);
        ScramVerifier verifier = verifier(accounts.find(user));
        String challenge = "r=" + nonce + ",s=" + Base64.getEncoder().encodeToString(verifier.salt()) + ",i="
                + verifier.iterations();
        firstMessages = message.substring(bare) + "," + challenge;
        return challenge;
    }

    /** client-final-message to the verdict; tells the accounts how it went before anybody else hears of it. */
    Verdict last(String message) throws MalformedException {
        if (gs2Header == null) {
            throw new MalformedException("the end of a login that never began");
        }
        int proofAt = message.lastIndexOf(",p=");
        if (proofAt < 0) {
            throw new MalformedException("a login without proof");
        }
        String withoutProof = message.substring(0, proofAt);
        String[] parts = withoutProof.split(",", -1);
        if (parts.length < 2 || !same(parts[0], "c=" + base64(gs2Header)) || !same(parts[1], "r=" + nonce)) {
            throw new MalformedException("a login whose final message does not belong to its first");
        }
        byte[] proof = decode(message.substring(proofAt + 3));
        // Asked again: the user may have been locked by other attempts since the challenge went out.
        Optional<Accounts.Account> account = accounts.find(user);
        ScramVerifier verifier = verifier(account);
        String authMessage = firstMessages + "," + withoutProof;
        boolean right = proves(verifier, authMessage, proof) && account.isPresent();
        if (!right) {
            if (account.isPresent()) {
                accounts.failed(user);
            }
            return new Verdict(user, false, "", REFUSAL);
        }
        Optional<String> refusal = account.get().refusal();
        if (refusal.isPresent()) {
            return new Verdict(user, false, "", refusal.get());
        }
        accounts.succeeded(user);
        byte[] signature = ScramFunctions.serverSignature(ScramVerifiers.MECHANISM, verifier.serverKey(), authMessage);
        return new Verdict(user, true, "v=" + Base64.getEncoder().encodeToString(signature), "");
    }

    private ScramVerifier verifier(Optional<Accounts.Account> account) {
        return account.map(Accounts.Account::verifier).orElseGet(() -> fakes.of(user));
    }

    /** RFC 5802, section 3: H(ClientProof XOR HMAC(StoredKey, AuthMessage)) must be StoredKey. */
    private static boolean proves(ScramVerifier verifier, String authMessage, byte[] proof) {
        byte[] key = ScramFunctions.clientSignature(ScramVerifiers.MECHANISM, verifier.storedKey(), authMessage);
        if (proof.length != key.length) {
            return false;
        }
        for (int i = 0; i < key.length; i++) {
            key[i] ^= proof[i];
        }
        boolean equal = MessageDigest.isEqual(ScramFunctions.hash(ScramVerifiers.MECHANISM, key), verifier.storedKey());
        Arrays.fill(key, (byte) 0);
        return equal;
    }

    private static ClientFirstMessage parse(String message) throws MalformedException {
        try {
            return ClientFirstMessage.parseFrom(message);
        } catch (ScramParseException | RuntimeException e) {
            throw new MalformedException("a first login message that is not RFC 5802");
        }
    }

    /** RFC 5802, section 7, saslname. The library's parser (3.2) escapes once more where it should undo it. */
    private static String saslName(String bareMessage) throws MalformedException {
        int end = bareMessage.indexOf(',');
        String name = bareMessage.startsWith("n=") && end > 0 ? bareMessage.substring("n=".length(), end) : "";
        if (name.length() > Protocol.MAX_TEXT || !SASL_NAME.matcher(name).matches()) {
            throw new MalformedException("a login with a user name that is not RFC 5802");
        }
        return name.replace("=2C", ",").replace("=3D", "=");
    }

    private static byte[] decode(String proof) throws MalformedException {
        try {
            return Base64.getDecoder().decode(proof);
        } catch (IllegalArgumentException e) {
            throw new MalformedException("a login proof that is not Base64");
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
