package io.xlink.iwfm.protocol;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.xlink.FuzzAllowance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Anything that a server may say to a client; docs/testing.md tells how to run these. */
class ClientFuzzTest {
    /** Inputs are some kilobytes; the largest amplification known is that of empty columns, about 40 to 1. */
    private static final FuzzAllowance ALLOWANCE = new FuzzAllowance(32L << 20, 10);

    @FuzzTest(maxDuration = "10m")
    void beforeLogin(byte[] bytes) {
        ALLOWANCE.within(() -> {
            try (ClientBench client = new ClientBench()) {
                client.bytes(bytes);
            }
        });
    }

    @FuzzTest(maxDuration = "10m")
    void afterLogin(byte[] bytes) {
        ALLOWANCE.within(() -> {
            try (ClientBench client = new ClientBench().loggedIn()) {
                client.bytes(bytes);
            }
        });
    }

    /** Frames that are mostly valid, in reads of any size. */
    @FuzzTest(maxDuration = "10m")
    void answers(FuzzedDataProvider data) {
        List<byte[]> reads = new ArrayList<>();
        while (data.remainingBytes() > 0) {
            byte[] frame = Frames.mutated(Frames.answer(data), data);
            int cut = data.consumeInt(0, frame.length);
            reads.add(Arrays.copyOf(frame, cut));
            reads.add(Arrays.copyOfRange(frame, cut, frame.length));
        }
        ALLOWANCE.within(() -> {
            try (ClientBench client = new ClientBench().loggedIn()) {
                reads.forEach(client::bytes);
            }
        });
    }
}
