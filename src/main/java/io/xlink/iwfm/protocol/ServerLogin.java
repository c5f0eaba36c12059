package io.xlink.iwfm.protocol;

import com.ongres.scram.common.ClientFirstMessage;
import com.ongres.scram.common.Gs2CbindFlag;
import com.ongres.scram.common.Gs2Header;
import com.ongres.scram.common.ScramFunctions;
import com.ongres.scram.common.exception.ScramParseException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The server's side of one login by SCRAM-SHA-256, over TLS also SCRAM-SHA-256-PLUS (RFC 5802, RFC 7677): first message
 * in, challenge out, final message in, verdict out. Calls {@link Accounts}, so it does not belong on an event loop.
 */
final class ServerLogin {
    /** Says the same whether the user does not exist, the password is wrong or the user is locked. */
    static final String REFUSAL = "user name or password wrong, or the user is locked";

    /** RFC 5802, section 6: the client could bind, and believes that this server cannot. */
    static final String DOWNGRADE = "this server offers " + Protocol.MECHANISM_PLUS
            + ", and the offer did not arrive: something between client and server changes what they say";

    /** RFC 5802, section 6: {@code channel-bindings-dont-match}. */
    static final String OTHER_END_POINT = "the client's TLS connection does not end at this server's certificate:"
            + " something between them decrypts it. Take the server out of TLS inspection";

    private static final int NONCE_CHARACTERS = 24;
    private static final Pattern SASL_NAME = Pattern.compile("(?:[^=]|=2C|=3D)+");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Accounts accounts;
    private final FakeVerifiers fakes;
    private final Optional<byte[]> binding;
    private String user;
    private String gs2Header;
    private boolean bound;
    private String nonce;
    private String firstMessages;

    /** @param binding the end point of the TLS connection that the login runs over ({@link Certificates#endPoint}) */
    ServerLogin(Accounts accounts, FakeVerifiers fakes, Optional<byte[]> binding) {
        this.accounts = accounts;
        this.fakes = fakes;
        this.binding = binding;
    }

    /** What a client may log in by; the best first. */
    List<String> mechanisms() {
        return binding.isPresent() ? List.of(Protocol.MECHANISM_PLUS, Protocol.MECHANISM) : List.of(Protocol.MECHANISM);
    }

    /** The client's connection and its login end at different places; not a wrong password, and not counted as one. */
    static final class BindingException extends Exception {
        private static final long serialVersionUID = 1L;

        private BindingException(String message) {
            super(message);
        }
    }

    /**
     * The verdict.
     *
     * @param message server-final-message when accepted, else empty
     * @param refusal why not, for an administrator; empty when accepted
     */
    record Verdict(String user, boolean accepted, String message, String refusal) {}

    /** client-first-message to server-first-message (RFC 5802, section 5). */
    String first(String mechanism, String message) throws MalformedException, BindingException {
        if (gs2Header != null || !mechanisms().contains(mechanism)) {
            throw new MalformedException("a login that does not begin with " + String.join(" or ", mechanisms()));
        }
        ClientFirstMessage parsed = parse(message);
        if (parsed.getGs2Header().getAuthzid() != null) {
            throw new MalformedException("a login on behalf of another user");
        }
        int bare = message.indexOf(',', message.indexOf(',') + 1) + 1;
        user = saslName(message.substring(bare));
        checkFlag(mechanism, parsed.getGs2Header());
        gs2Header = message.substring(0, bare);
        nonce = parsed.getClientNonce() + ScramFunctions.nonce(NONCE_CHARACTERS, RANDOM);
        ScramVerifier verifier = verifier(accounts.find(user));
        String challenge = "r=" + nonce + ",s=" + Base64.getEncoder().encodeToString(verifier.salt()) + ",i="
                + verifier.iterations();
        firstMessages = message.substring(bare) + "," + challenge;
        return challenge;
    }

    private void checkFlag(String mechanism, Gs2Header header) throws MalformedException, BindingException {
        boolean plus = mechanism.equals(Protocol.MECHANISM_PLUS);
        boolean binds = header.getChannelBindingFlag() == Gs2CbindFlag.CHANNEL_BINDING_REQUIRED;
        if (plus != binds) {
            throw new MalformedException("a login whose channel binding is not that of " + mechanism);
        }
        if (plus && !Protocol.BINDING.equals(header.getChannelBindingName())) {
            throw new MalformedException("a login with a channel binding other than " + Protocol.BINDING);
        }
        if (binding.isPresent() && header.getChannelBindingFlag() == Gs2CbindFlag.CLIENT_YES_SERVER_NOT) {
            throw new BindingException(DOWNGRADE);
        }
        bound = plus;
    }

    /** RFC 5802, section 5.1, attribute c: the header once more and, with channel binding, the connection's end point. */
    private void checkBinding(String attribute) throws MalformedException, BindingException {
        byte[] header = gs2Header.getBytes(StandardCharsets.UTF_8);
        byte[] sent = attribute.startsWith("c=") ? decode(attribute.substring(2)) : new byte[0];
        if (!bound) {
            if (!MessageDigest.isEqual(sent, header)) {
                throw new MalformedException("a login whose final message does not belong to its first");
            }
            return;
        }
        byte[] endPoint = binding.orElseThrow();
        byte[] expected = Arrays.copyOf(header, header.length + endPoint.length);
        System.arraycopy(endPoint, 0, expected, header.length, endPoint.length);
        if (!MessageDigest.isEqual(sent, expected)) {
            throw new BindingException(OTHER_END_POINT);
        }
    }

    /** client-final-message to the verdict; tells the accounts how it went before anybody else hears of it. */
    Verdict last(String message) throws MalformedException, BindingException {
        if (gs2Header == null) {
            throw new MalformedException("the end of a login that never began");
        }
        int proofAt = message.lastIndexOf(",p=");
        if (proofAt < 0) {
            throw new MalformedException("a login without proof");
        }
        String withoutProof = message.substring(0, proofAt);
        String[] parts = withoutProof.split(",", -1);
        if (parts.length < 2 || !same(parts[1], "r=" + nonce)) {
            throw new MalformedException("a login whose final message does not belong to its first");
        }
        checkBinding(parts[0]);
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

    /** How the client logs in; known after its first message. */
    String mechanism() {
        return bound ? Protocol.MECHANISM_PLUS : Protocol.MECHANISM;
    }

    /** The verdict on a login that this side ends for another reason than its password. */
    Verdict refused(String reason) {
        return new Verdict(user == null ? "" : user, false, "", reason);
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

    private static byte[] decode(String base64) throws MalformedException {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new MalformedException("a login message that is not Base64");
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
