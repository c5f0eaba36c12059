package io.xlink.iwfm.protocol;

import io.xlink.iwfm.wire.ClientFrame;
import io.xlink.model.QueueImport;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The frames of an import as a client sends them; only for benchmarks. */
public final class WireBytes {
    private WireBytes() {}

    public static byte[] of(QueueImport what) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            Peer peer = new Peer(Protocol.MINOR, Protocol.DEFAULT_MAX_FRAME);
            for (ImportFrames frames = new ImportFrames(what, 1, peer); frames.hasNext(); ) {
                ClientFrame frame = frames.next();
                out.writeInt(frame.getSerializedSize());
                frame.writeTo(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
