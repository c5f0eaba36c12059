package io.xlink.iwfm.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import io.xlink.iwfm.wire.CallDataChunk;
import io.xlink.iwfm.wire.CatalogueRequest;
import io.xlink.iwfm.wire.ClientFrame;
import io.xlink.iwfm.wire.Column;
import io.xlink.iwfm.wire.Hello;
import io.xlink.iwfm.wire.ImportBegin;
import io.xlink.iwfm.wire.ImportCancel;
import io.xlink.iwfm.wire.ImportEnd;
import io.xlink.iwfm.wire.Kind;
import io.xlink.iwfm.wire.LoginFinal;
import io.xlink.iwfm.wire.LoginFirst;
import io.xlink.iwfm.wire.ServerFrame;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes from the other side may be anything; it must end in a reason, never in an exception or a full memory. */
class MalformedTest {
    private static final ByteString ID = ByteString.copyFrom(new byte[16]);
    private Line line;

    @BeforeEach
    void start() throws Exception {
        line = new Line();
    }

    @AfterEach
    void stop() throws Exception {
        line.close();
    }

    private RawPeer stranger() throws IOException {
        return new RawPeer(line.address);
    }

    private RawPeer loggedIn() throws Exception {
        RawPeer peer = stranger();
        peer.logIn(line.settings());
        return peer;
    }

    /** Whatever happened before, others are served. */
    private void stillServes() throws Exception {
        assertThat(Line.get(line.client().send(Line.day(1, 4, 1))).stored()).isEqualTo(4);
        await().until(() -> line.listener.budget().held() == 0);
    }

    private static ClientFrame.Builder request(long number) {
        return ClientFrame.newBuilder().setRequest(number);
    }

    private static ClientFrame.Builder begin(long number) {
        return request(number)
                .setImportBegin(ImportBegin.newBuilder()
                        .setImportId(ID)
                        .setKind(Kind.KIND_CALL_DATA)
                        .setExternalSystem("CSV-Import")
                        .setDay(16_427));
    }

    private static Column.Builder column(int... starts) {
        Column.Builder column = Column.newBuilder().setQueue(1).setValueType(1).setMinutes(15);
        for (int start : starts) {
            column.addStartDeltas(start).addValues(100);
        }
        return column;
    }

    private static ClientFrame.Builder chunk(long number, Column.Builder... columns) {
        CallDataChunk.Builder chunk = CallDataChunk.newBuilder();
        for (Column.Builder column : columns) {
            chunk.addColumns(column.build().toByteString());
        }
        return request(number).setCallData(chunk);
    }

    private static ClientFrame.Builder end(long number, int chunks, long values) {
        return request(number)
                .setImportEnd(ImportEnd.newBuilder().setChunks(chunks).setValues(values));
    }

    private void sentAway(String reason, ClientFrame.Builder... frames) throws Exception {
        try (RawPeer peer = loggedIn()) {
            for (ClientFrame.Builder frame : frames) {
                peer.say(frame);
            }
            assertThat(peer.goodbye()).contains(reason);
        }
        assertThat(line.handler.handed).isEmpty();
    }

    @Test
    void garbageIsSentAway() throws Exception {
        long seed = 7;
        Random random = new Random(seed);
        for (int i = 0; i < 50; i++) {
            byte[] bytes = new byte[1 + random.nextInt(2000)];
            random.nextBytes(bytes);
            bytes[0] = (byte) (0x80 | bytes[0]); // A length beyond every limit.
            try (RawPeer peer = stranger()) {
                peer.bytes(ByteBuffer.allocate(bytes.length + 4).put(bytes).array());
                assertThat(peer.goodbye()).contains("at most 16384");
            }
        }
        for (int i = 0; i < 50; i++) {
            byte[] body = new byte[1 + random.nextInt(2000)];
            random.nextBytes(body);
            try (RawPeer peer = stranger()) {
                peer.bytes(ByteBuffer.allocate(4 + body.length)
                        .putInt(body.length)
                        .put(body)
                        .array());
                assertThat(peer.goodbye()).as("seed %d, case %d", seed, i).isNotEmpty();
            }
        }
        stillServes();
    }

    @Test
    void garbageAfterTheLoginIsSentAway() throws Exception {
        long seed = 8;
        Random random = new Random(seed);
        for (int i = 0; i < 50; i++) {
            byte[] body = new byte[1 + random.nextInt(2000)];
            random.nextBytes(body);
            try (RawPeer peer = loggedIn()) {
                peer.bytes(ByteBuffer.allocate(4 + body.length)
                        .putInt(body.length)
                        .put(body)
                        .array());
                assertThat(peer.goodbye()).as("seed %d, case %d", seed, i).isNotEmpty();
            }
        }
        stillServes();
    }

    @Test
    void tlsOnThePlainPortIsNamed() throws Exception {
        try (RawPeer peer = stranger()) {
            peer.bytes(new byte[] {0x16, 0x03, 0x01, 0x02, 0x00, 0x01});
            assertThat(peer.goodbye()).contains("TLS");
        }
    }

    @Test
    void aFrameBeyondTheLimitIsSentAway() throws Exception {
        try (RawPeer peer = loggedIn()) {
            peer.bytes(ByteBuffer.allocate(4).putInt(1024 * 1024 + 1).array());
            assertThat(peer.goodbye()).contains("at most 1048576");
        }
        stillServes();
    }

    @Test
    void anOtherMajorVersionIsToldWhatToDo() throws Exception {
        try (RawPeer peer = stranger()) {
            peer.say(ClientFrame.newBuilder()
                    .setHello(Hello.newBuilder().setMajor(2).setMaxFrame(1 << 20)));
            assertThat(peer.goodbye()).contains("version 2").contains("update");
        }
    }

    @Test
    void requestsBeforeTheLoginAreSentAway() throws Exception {
        try (RawPeer peer = stranger()) {
            peer.say(request(1).setCatalogue(CatalogueRequest.getDefaultInstance()));
            assertThat(peer.goodbye()).contains("hello");
        }
        try (RawPeer peer = stranger()) {
            peer.say(ClientLogin.hello(line.settings(), ByteString.EMPTY).toBuilder());
            assertThat(peer.hear().hasWelcome()).isTrue();
            peer.say(begin(1));
            assertThat(peer.goodbye()).contains("login");
        }
    }

    @Test
    void loginMessagesThatAreNotScramAreSentAway() throws Exception {
        for (String first : List.of(
                "",
                "n,,",
                "n,,n=xlink",
                "p=tls-exporter,,n=xlink,r=abc",
                "n,a=other,n=xlink,r=abc",
                "n,,n=x=zz,r=abc",
                "n,,m=1,n=xlink,r=abc",
                "n,,n=" + "=2C".repeat(4000) + ",r=abc")) {
            try (RawPeer peer = stranger()) {
                peer.say(ClientLogin.hello(line.settings(), ByteString.EMPTY).toBuilder());
                peer.say(ClientFrame.newBuilder()
                        .setLoginFirst(LoginFirst.newBuilder()
                                .setMechanism(Protocol.MECHANISM)
                                .setMessage(first)));
                assertThat(peer.goodbye()).as("%.50s", first).contains("login");
            }
        }
        for (String last :
                List.of("", "c=biws", "c=biws,r=abc,p=AAAA", "c=AAAA,r=NONCE,p=AAAA", "c=biws,r=NONCE,p=!")) {
            try (RawPeer peer = stranger()) {
                peer.say(ClientLogin.hello(line.settings(), ByteString.EMPTY).toBuilder());
                peer.hear();
                peer.say(ClientFrame.newBuilder()
                        .setLoginFirst(LoginFirst.newBuilder()
                                .setMechanism(Protocol.MECHANISM)
                                .setMessage("n,,n=xlink,r=abc")));
                String challenge = peer.hear().getLoginChallenge().getMessage();
                String nonce = challenge.substring(2, challenge.indexOf(','));
                peer.say(ClientFrame.newBuilder()
                        .setLoginFinal(LoginFinal.newBuilder().setMessage(last.replace("NONCE", nonce))));
                assertThat(peer.goodbye()).as(last).contains("login");
            }
        }
        assertThat(line.accounts.failed).hasValue(0);
    }

    @Test
    void importsThatBreakTheRulesAreSentAway() throws Exception {
        sentAway("has not begun", chunk(1, column(1)));
        sentAway("has not begun", end(1, 0, 0));
        sentAway("inside another", begin(1), begin(2));
        sentAway("do not ascend", begin(5), end(5, 1, 1), begin(5));
        sentAway("twice", begin(1), chunk(1, column(1), column(1).setQueue(2), column(9)));
        sentAway("piece to piece", begin(1), chunk(1, column(5)), chunk(1, column(5)));
        sentAway("starts do not ascend", begin(1), chunk(1, column(1, 0)));
        sentAway("starts do not ascend", begin(1), chunk(1, column(Integer.MAX_VALUE, 1)));
        sentAway("starts do not ascend", begin(1), chunk(1, column(-1)));
        sentAway("0 starts", begin(1), chunk(1, column()));
        sentAway("2 starts and 1 values", begin(1), chunk(1, column(1).addStartDeltas(5)));
        sentAway("not positive", begin(1), chunk(1, column(1).setQueue(0)));
        sentAway("not positive", begin(1), chunk(1, column(1).setValueType(-1)));
        sentAway("not positive", begin(1), chunk(1, column(1).setParent(-1)));
        sentAway("1441 minutes", begin(1), chunk(1, column(1).setMinutes(1441)));
        sentAway("0 minutes", begin(1), chunk(1, column(1).setMinutes(0)));
        ImportBegin valid = begin(1).getImportBegin();
        sentAway(
                "15 bytes",
                request(1).setImportBegin(valid.toBuilder().setImportId(ByteString.copyFrom(new byte[15]))));
        sentAway("0 characters", request(1).setImportBegin(valid.toBuilder().setExternalSystem("")));
        sentAway("day", request(1).setImportBegin(valid.toBuilder().setDay(Integer.MAX_VALUE)));
        sentAway("an empty frame", request(1));
        stillServes();
    }

    @Test
    void countsThatDoNotMatchAreAFailureOfThatImportAlone() throws Exception {
        try (RawPeer peer = loggedIn()) {
            peer.say(begin(1));
            peer.say(chunk(1, column(1, 1)));
            peer.say(end(1, 2, 2));
            ServerFrame failure = peer.hear();
            assertThat(failure.getRequest()).isEqualTo(1);
            assertThat(failure.getFailure().getReason()).contains("1 of 2 chunks, 2 of 2 values");
            assertThat(failure.getFailure().getRetry()).isTrue();
            peer.say(begin(2));
            peer.say(chunk(2, column(1, 1)));
            peer.say(end(2, 1, 2));
            assertThat(peer.hear().getReceipt().getStored()).isEqualTo(2);
        }
        assertThat(line.handler.handed).hasSize(1);
    }

    @Test
    void aCancelledOrAbandonedImportLeavesNothing() throws Exception {
        try (RawPeer peer = loggedIn()) {
            for (int i = 1; i <= 10; i++) {
                peer.say(begin(i));
                peer.say(chunk(i, column(1, 1)));
                peer.say(request(i).setImportCancel(ImportCancel.getDefaultInstance()));
            }
            peer.say(begin(11));
            peer.say(chunk(11, column(1, 1)));
            peer.say(request(0).setPing(io.xlink.iwfm.wire.Ping.getDefaultInstance()));
            assertThat(peer.hear().hasPong()).isTrue();
            assertThat(line.listener.budget().held()).isPositive();
        }
        await().until(() -> line.listener.budget().held() == 0);
        assertThat(line.handler.handed).isEmpty();
    }

    @Test
    void whatANewerClientAsksIsAFailure() throws Exception {
        try (RawPeer peer = loggedIn()) {
            byte[] unknown = {0x08, 0x01, (byte) 0xa2, 0x06, 0x00}; // request 1, field 100
            peer.bytes(ByteBuffer.allocate(9).putInt(5).put(unknown).array());
            assertThat(peer.hear().getFailure().getReason()).contains("does not know");
            peer.say(request(2)
                    .setImportBegin(begin(2).getImportBegin().toBuilder().setKindValue(3)));
            byte[] newChunk = {0x08, 0x02, (byte) 0xa2, 0x06, 0x00}; // request 2, field 100
            peer.bytes(ByteBuffer.allocate(9).putInt(5).put(newChunk).array());
            peer.say(chunk(2, column(1)));
            peer.say(end(2, 1, 1));
            assertThat(peer.hear().getFailure().getReason()).contains("kind");
            peer.say(request(3).setCatalogue(CatalogueRequest.getDefaultInstance()));
            assertThat(peer.hear().hasCatalogue()).isTrue();
        }
    }

    @Test
    void moreConnectionsThanAllowedAreTurnedAway() throws Exception {
        line.listener.close();
        line.listen(ListenerSettings.of("WFM", "127.0.0.1", 0).withConnections(1, 2, 1 << 20));
        try (RawPeer first = loggedIn()) {
            try (RawPeer second = stranger()) {
                assertThat(second.goodbye()).contains("connections");
            }
            first.say(request(1).setCatalogue(CatalogueRequest.getDefaultInstance()));
            assertThat(first.hear().hasCatalogue()).isTrue();
        }
    }

    @Test
    void aClientSurvivesServersThatSpeakSomethingElse() throws Exception {
        for (byte[] answer : List.of(
                "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
                new byte[] {0, 0, 0, 3, 1, 2, 3},
                new byte[] {0, 0, 0, 0},
                ByteBuffer.allocate(8)
                        .putInt(4)
                        .put(new byte[] {0x22, 0x02, 0x08, 0x01})
                        .array())) {
            try (ServerSocket other = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
                Thread server = new Thread(() -> {
                    try {
                        while (true) {
                            Socket socket = other.accept();
                            socket.getOutputStream().write(answer);
                        }
                    } catch (IOException e) {
                        // The test is over.
                    }
                });
                server.setDaemon(true);
                server.start();
                IwfmClient client = line.client(line.settings(other.getLocalPort(), Line.USER, Line.PASSWORD));
                assertThatThrownBy(() -> client.awaitReady(Duration.ofSeconds(10)))
                        .isInstanceOf(ServerUnavailableException.class);
                client.close();
            }
        }
    }

    @Test
    void aServerThatCannotProveItselfIsNotTrustedAgain() throws Exception {
        ScramVerifier right = line.accounts.find(Line.USER).orElseThrow().verifier();
        ScramVerifier wrong = new ScramVerifier(right.salt(), right.iterations(), right.storedKey(), new byte[32]);
        MemoryAccounts counted = new MemoryAccounts();
        Accounts impostor = new Accounts() {
            @Override
            public Optional<Account> find(String user) {
                return Optional.of(new Account(user, wrong, Optional.empty()));
            }

            @Override
            public void failed(String user) {
                counted.failed(user);
            }

            @Override
            public void succeeded(String user) {
                counted.succeeded(user);
            }
        };
        try (IwfmListener other =
                new IwfmListener(ListenerSettings.of("WFM", "127.0.0.1", 0), impostor, line.handler, line.threads)) {
            IwfmClient client = line.client(line.settings(other.start().getPort(), Line.USER, Line.PASSWORD));
            assertThatThrownBy(() -> client.awaitReady(Duration.ofSeconds(10)))
                    .isInstanceOf(LoginRefusedException.class)
                    .hasMessageContaining("could not prove");
        }
    }
}
