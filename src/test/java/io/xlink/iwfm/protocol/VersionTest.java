package io.xlink.iwfm.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import io.xlink.iwfm.wire.CatalogueRequest;
import io.xlink.iwfm.wire.ClientFrame;
import io.xlink.iwfm.wire.ServerFrame;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Either side may be newer than the other, by a minor version: it says more, and is understood all the same. */
class VersionTest {
    private static final UnknownFieldSet FUTURE = UnknownFieldSet.newBuilder()
            .addField(
                    2000,
                    UnknownFieldSet.Field.newBuilder()
                            .addLengthDelimited(ByteString.copyFromUtf8("of version 1.99"))
                            .build())
            .build();

    private Line line;

    @BeforeEach
    void start() throws Exception {
        line = new Line();
    }

    @AfterEach
    void stop() throws Exception {
        line.close();
    }

    @Test
    void aNewerClientIsServed() throws Exception {
        try (RawPeer peer = new RawPeer(line.address)) {
            ClientFrame.Builder hello = ClientLogin.hello(line.settings(), ByteString.EMPTY).toBuilder();
            hello.getHelloBuilder().setMinor(99).setUnknownFields(FUTURE);
            peer.say(hello.setUnknownFields(FUTURE));
            ClientLogin login = new ClientLogin(line.settings(), Optional.empty());
            for (var next = login.next(peer.hear()); next.isPresent(); next = login.next(peer.hear())) {
                peer.say(next.get().toBuilder().setUnknownFields(FUTURE));
            }
            peer.say(ClientFrame.newBuilder().setRequest(1).setUnknownFields(FUTURE));
            ServerFrame unknown = peer.hear();
            assertThat(unknown.getRequest()).isEqualTo(1);
            assertThat(unknown.getFailure().getReason()).contains("does not know that request");
            peer.say(ClientFrame.newBuilder()
                    .setRequest(2)
                    .setCatalogue(CatalogueRequest.newBuilder().setUnknownFields(FUTURE)));
            assertThat(peer.hear().getCatalogue().getServer()).isEqualTo("WFM");
        }
    }

    @Test
    void aNewerServerIsUnderstood() throws Exception {
        try (OtherServer newer =
                new OtherServer(line.address, welcome -> welcome.setMinor(99).setUnknownFields(FUTURE))) {
            IwfmClient client = line.client(line.settings(newer.port(), Line.USER, Line.PASSWORD));
            assertThat(Line.get(client.send(Line.day(1, 4, 1))).stored()).isEqualTo(4);
        }
    }

    /** A server of 1.0 knows no columns that leave starts out. */
    @Test
    void anOlderServerGetsEveryStart() throws Exception {
        try (OtherServer older = new OtherServer(line.address, welcome -> welcome.setMinor(0))) {
            IwfmClient client = line.client(line.settings(older.port(), Line.USER, Line.PASSWORD));
            var day = Line.day(2, 96, 1);
            assertThat(Line.get(client.send(day)).stored()).isEqualTo(2 * 96);
            assertThat(line.handler.handed).containsExactly(day);
        }
        var frames = new ImportFrames(Line.day(1, 96, 1), 1, new Peer(0, Protocol.DEFAULT_MAX_FRAME));
        frames.next();
        var column =
                io.xlink.iwfm.wire.Column.parseFrom(frames.next().getCallData().getColumns(0));
        assertThat(column.getStartDeltasCount()).isEqualTo(96);
    }
}
