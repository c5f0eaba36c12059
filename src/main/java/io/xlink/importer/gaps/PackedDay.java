package io.xlink.importer.gaps;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The intervals of all queues of a day in a few bytes each: number of the queue (4), length, bits. Not safe for threads. */
final class PackedDay {
    private final Map<Integer, BitSet> queues;

    PackedDay() {
        this.queues = new HashMap<>();
    }

    private PackedDay(Map<Integer, BitSet> queues) {
        this.queues = queues;
    }

    /** @throws java.nio.BufferUnderflowException when the bytes are those of something else */
    static PackedDay of(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        Map<Integer, BitSet> queues = new HashMap<>(bytes.length / 12 + 1);
        while (in.hasRemaining()) {
            int queue = in.getInt();
            byte[] bits = new byte[Byte.toUnsignedInt(in.get())];
            in.get(bits);
            queues.put(queue, BitSet.valueOf(bits));
        }
        return new PackedDay(queues);
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(queues.size() * 17);
        // In order, so that the same day has the same bytes.
        new TreeMap<>(queues).forEach((queue, bits) -> {
            byte[] packed = bits.toByteArray();
            if (packed.length > 0) {
                out.writeBytes(ByteBuffer.allocate(Integer.BYTES + 1)
                        .putInt(queue)
                        .put((byte) packed.length)
                        .array());
                out.writeBytes(packed);
            }
        });
        return out.toByteArray();
    }

    Map<Integer, BitSet> queues() {
        return queues;
    }

    /** What any queue has. */
    BitSet any() {
        BitSet any = new BitSet();
        queues.values().forEach(any::or);
        return any;
    }

    /** The same in intervals of another length: one has data when any of the others that lie in it has. */
    void regrid(int from, int to) {
        if (from != to) {
            queues.replaceAll((queue, bits) -> regrid(bits, from, to));
        }
    }

    static BitSet regrid(BitSet bits, int from, int to) {
        if (from == to) {
            return bits;
        }
        BitSet other = new BitSet();
        bits.stream().forEach(i -> other.set(i * from / to, ((i + 1) * from - 1) / to + 1));
        return other;
    }
}
