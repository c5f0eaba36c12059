package io.xlink.iwfm.protocol;

import io.xlink.iwfm.wire.Hello;
import io.xlink.iwfm.wire.ServerFrame;
import io.xlink.iwfm.wire.Welcome;
import java.util.List;

/** The server's side of hello and welcome. */
final class Opening {
    private Opening() {}

    /** What a client's hello says about it; refuses one that cannot be served. */
    static Peer peer(Hello hello) throws MalformedException {
        if (hello.getMajor() != Protocol.MAJOR) {
            throw new MalformedException("version " + hello.getMajor() + " of the protocol, where this server speaks "
                    + Protocol.MAJOR + "; update the older side");
        }
        if (hello.getMaxFrame() < Protocol.SMALLEST_MAX_FRAME) {
            throw new MalformedException("frames of only " + hello.getMaxFrame() + " bytes");
        }
        if (!hello.getClient().isEmpty() && hello.getClient().size() != Protocol.ID_BYTES) {
            throw new MalformedException("a client id of " + hello.getClient().size() + " bytes");
        }
        return new Peer(hello.getMinor(), hello.getMaxFrame());
    }

    /** @param mechanisms those that the client may log in by */
    static ServerFrame.Builder welcome(ListenerSettings settings, List<String> mechanisms) {
        return ServerFrame.newBuilder()
                .setWelcome(Welcome.newBuilder()
                        .setMajor(Protocol.MAJOR)
                        .setMinor(Protocol.MINOR)
                        .setServer(settings.server())
                        .addAllMechanisms(mechanisms)
                        .setMaxFrame(settings.limits().maxFrame())
                        .setWindow(settings.limits().window())
                        .setIdleSeconds(
                                Math.toIntExact(settings.timeouts().idle().toSeconds())));
    }
}
