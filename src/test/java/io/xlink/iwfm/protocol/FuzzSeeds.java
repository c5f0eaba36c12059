package io.xlink.iwfm.protocol;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import io.xlink.iwfm.wire.CatalogueRequest;
import io.xlink.iwfm.wire.ClientFrame;
import io.xlink.iwfm.wire.ExportPage;
import io.xlink.iwfm.wire.ExportRequest;
import io.xlink.iwfm.wire.Failure;
import io.xlink.iwfm.wire.Goodbye;
import io.xlink.iwfm.wire.Hello;
import io.xlink.iwfm.wire.ImportReceipt;
import io.xlink.iwfm.wire.Kind;
import io.xlink.iwfm.wire.LoginChallenge;
import io.xlink.iwfm.wire.LoginFirst;
import io.xlink.iwfm.wire.LoginOutcome;
import io.xlink.iwfm.wire.Ping;
import io.xlink.iwfm.wire.Pong;
import io.xlink.iwfm.wire.Rejection;
import io.xlink.iwfm.wire.ServerCatalogue;
import io.xlink.iwfm.wire.ServerFrame;
import io.xlink.iwfm.wire.Welcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the valid sessions that the fuzzers of raw bytes begin with; to be run when the schema changes. */
final class FuzzSeeds {
    private static final Path INPUTS = Path.of("src/test/resources/io/xlink/iwfm/protocol");

    private FuzzSeeds() {}

    public static void main(String[] args) throws IOException {
        write(
                "ServerFuzzTestInputs/beforeLogin/opening",
                ClientLogin.hello(settings(), ByteString.copyFrom(new byte[Protocol.ID_BYTES])),
                ClientFrame.newBuilder()
                        .setLoginFirst(LoginFirst.newBuilder()
                                .setMechanism(Protocol.MECHANISM)
                                .setMessage("n,," + FuzzLogin.FIRST_BARE))
                        .build());
        write(
                "ServerFuzzTestInputs/beforeLogin/other-version",
                ClientFrame.newBuilder()
                        .setHello(Hello.newBuilder().setMajor(2))
                        .build());
        List<ClientFrame> anImport = new ArrayList<>();
        Peer peer = new Peer(Protocol.MINOR, Protocol.SMALLEST_MAX_FRAME);
        new ImportFrames(Line.day(2, 3, 1), 1, peer).forEachRemaining(anImport::add);
        write("ServerFuzzTestInputs/afterLogin/import", anImport.toArray(ClientFrame[]::new));
        List<ClientFrame> activities = new ArrayList<>();
        new ImportFrames(RandomActivities.day(2, 2, 1), 1, peer).forEachRemaining(activities::add);
        write("ServerFuzzTestInputs/afterLogin/activities", activities.toArray(ClientFrame[]::new));
        write(
                "ServerFuzzTestInputs/afterLogin/questions",
                request(1).setCatalogue(CatalogueRequest.getDefaultInstance()).build(),
                request(2)
                        .setExport(ExportRequest.newBuilder()
                                .setKind(Kind.KIND_CALL_DATA)
                                .setToMinute(99))
                        .build(),
                request(0).setPing(Ping.getDefaultInstance()).build());
        write(
                "ClientFuzzTestInputs/beforeLogin/opening",
                ServerFrame.newBuilder()
                        .setWelcome(Welcome.newBuilder()
                                .setMajor(Protocol.MAJOR)
                                .addMechanisms(Protocol.MECHANISM)
                                .setMaxFrame(Protocol.DEFAULT_MAX_FRAME)
                                .setWindow(2)
                                .setIdleSeconds(60))
                        .build(),
                ServerFrame.newBuilder()
                        .setLoginChallenge(LoginChallenge.newBuilder().setMessage("r=x,s=eA==,i=4096"))
                        .build());
        write(
                "ClientFuzzTestInputs/beforeLogin/refused",
                ServerFrame.newBuilder()
                        .setLoginOutcome(LoginOutcome.newBuilder().setReason("no"))
                        .build());
        write(
                "ClientFuzzTestInputs/afterLogin/answers",
                answer(1)
                        .setReceipt(ImportReceipt.newBuilder()
                                .addRejected(Rejection.newBuilder().setQueue(1).setReason("unknown")))
                        .setMore(true)
                        .build(),
                answer(2)
                        .setCatalogue(ServerCatalogue.newBuilder()
                                .setServer("WFM")
                                .addQueues(ServerCatalogue.Queue.newBuilder()
                                        .setId(1)
                                        .setName("Hotline"))
                                .addEmployees(ServerCatalogue.Claim.newBuilder()
                                        .setId(7)
                                        .addExternal(ServerCatalogue.External.newBuilder()
                                                .setSystem("ACD")
                                                .setName("1002"))))
                        .build(),
                answer(3)
                        .setExportPage(ExportPage.newBuilder()
                                .addColumns(ColumnWriter.write(
                                        Line.day(1, 3, 1).columns().get(0), 0, 3, true))
                                .setNextCursor(ByteString.copyFromUtf8("next")))
                        .build());
        write(
                "ClientFuzzTestInputs/afterLogin/last-words",
                answer(4).setFailure(Failure.newBuilder().setReason("full")).build(),
                answer(0).setPong(Pong.getDefaultInstance()).build(),
                answer(0).setGoodbye(Goodbye.newBuilder().setReason("bye")).build());
    }

    private static ClientSettings settings() {
        return ClientSettings.of(1, "WFM", "127.0.0.1", 1, FuzzLogin.USER, Password.of(FuzzLogin.PASSWORD));
    }

    private static ClientFrame.Builder request(long number) {
        return ClientFrame.newBuilder().setRequest(number);
    }

    private static ServerFrame.Builder answer(long number) {
        return ServerFrame.newBuilder().setRequest(number);
    }

    private static void write(String name, MessageLite... frames) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (MessageLite frame : frames) {
            bytes.write(Frames.framed(frame));
        }
        Path file = INPUTS.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes.toByteArray());
    }
}
