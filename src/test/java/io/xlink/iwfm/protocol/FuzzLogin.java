package io.xlink.iwfm.protocol;

import com.ongres.scram.client.ScramClient;
import com.ongres.scram.common.ScramFunctions;
import com.ongres.scram.common.StringPreparation;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** One user whose keys are derived once, since deriving them for each input would take most of a fuzzer's time. */
final class FuzzLogin implements Accounts {
    static final String USER = "xlink";
    static final String PASSWORD = "x";

    /** client-first-message-bare with a nonce of the test's choosing. */
    static final String FIRST_BARE = "n=xlink,r=fyko+d2lbbFgONRv9qkxdawL";

    private static final byte[] SALT = new byte[ScramVerifiers.SALT_BYTES];
    private static final ScramVerifier VERIFIER =
            ScramVerifiers.of(PASSWORD.toCharArray(), SALT, ScramVerifiers.LEAST_ITERATIONS);
    private static final byte[] SALTED = ScramFunctions.saltedPassword(
            ScramVerifiers.MECHANISM,
            StringPreparation.SASL_PREPARATION,
            PASSWORD.toCharArray(),
            SALT,
            ScramVerifiers.LEAST_ITERATIONS);
    private static final byte[] CLIENT_KEY = ScramFunctions.clientKey(ScramVerifiers.MECHANISM, SALTED);

    int failed;
    int succeeded;

    @Override
    public Optional<Account> find(String user) {
        return user.equals(USER) ? Optional.of(new Account(user, VERIFIER, Optional.empty())) : Optional.empty();
    }

    @Override
    public void failed(String user) {
        failed++;
    }

    @Override
    public void succeeded(String user) {
        succeeded++;
    }

    /** A client's login that need not derive its keys. */
    static ClientLogin client(ClientSettings settings, Optional<byte[]> binding) {
        return new ClientLogin(settings, binding) {
            @Override
            ScramClient scram(List<String> mechanisms) {
                var builder = ScramClient.builder()
                        .advertisedMechanisms(mechanisms)
                        .username(settings.user())
                        .saltedPassword(SALTED.clone());
                binding.ifPresent(data -> builder.channelBinding(Protocol.BINDING, data));
                return builder.build();
            }
        };
    }

    /** client-final-message with the right proof (RFC 5802, section 3). */
    static String last(String challenge) {
        String withoutProof = "c=biws," + challenge.substring(0, challenge.indexOf(','));
        byte[] proof = ScramFunctions.clientSignature(
                ScramVerifiers.MECHANISM, VERIFIER.storedKey(), FIRST_BARE + "," + challenge + "," + withoutProof);
        for (int i = 0; i < proof.length; i++) {
            proof[i] ^= CLIENT_KEY[i];
        }
        return withoutProof + ",p=" + new String(Base64.getEncoder().encode(proof), StandardCharsets.US_ASCII);
    }
}
