package io.xlink.importer;

import io.xlink.importer.Coverage.Part;
import io.xlink.importer.Coverage.Reporter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which file's figures count in which intervals of a day, by queue; as it is kept in the database. */
final class CoveredDay {
    private static final int VERSION = 1;
    /** Parts kept of one queue; the oldest ones are forgotten. */
    private static final int PARTS = 8;

    private final Map<String, List<Part>> queues = new HashMap<>();

    /** Told what an import replaces. */
    interface Replaced {
        /** @param intervals how many of another file's intervals */
        void by(Reporter now, Reporter before, String queue, int intervals);
    }

    /** Puts what an import covers over what is here; the same file replaces itself without a word. */
    void cover(Map<String, Part> parts, Replaced replaced) {
        parts.forEach((queue, now) -> {
            List<Part> left = new ArrayList<>();
            BitSet own = (BitSet) now.intervals().clone();
            for (Part before : queues.getOrDefault(queue, List.of())) {
                BitSet rest = (BitSet) before.intervals().clone();
                rest.andNot(now.intervals());
                int common = before.intervals().cardinality() - rest.cardinality();
                if (common > 0
                        && !before.reporter().file().equals(now.reporter().file())) {
                    replaced.by(now.reporter(), before.reporter(), queue, common);
                }
                if (before.reporter().equals(now.reporter())) {
                    own.or(rest);
                } else if (!rest.isEmpty()) {
                    left.add(new Part(before.reporter(), rest));
                }
            }
            left.add(new Part(now.reporter(), own));
            queues.put(queue, left.size() > PARTS ? left.subList(left.size() - PARTS, left.size()) : left);
        });
    }

    byte[] bytes() throws IOException {
        Map<Reporter, Integer> reporters = new LinkedHashMap<>();
        queues.values()
                .forEach(parts -> parts.forEach(part -> reporters.putIfAbsent(part.reporter(), reporters.size())));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeInt(reporters.size());
            for (Reporter reporter : reporters.keySet()) {
                out.writeUTF(reporter.file());
                out.writeBoolean(reporter.others());
            }
            out.writeInt(queues.size());
            for (Map.Entry<String, List<Part>> queue : queues.entrySet()) {
                out.writeUTF(queue.getKey());
                out.writeByte(queue.getValue().size());
                for (Part part : queue.getValue()) {
                    byte[] intervals = part.intervals().toByteArray();
                    out.writeInt(reporters.get(part.reporter()));
                    out.writeByte(intervals.length);
                    out.write(intervals);
                }
            }
        }
        return bytes.toByteArray();
    }

    static CoveredDay of(byte[] bytes) throws IOException {
        CoveredDay day = new CoveredDay();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != VERSION) {
                return day; // What another version kept is not worth a failure.
            }
            List<Reporter> reporters = new ArrayList<>();
            for (int i = in.readInt(); i > 0; i--) {
                reporters.add(new Reporter(in.readUTF(), in.readBoolean()));
            }
            for (int i = in.readInt(); i > 0; i--) {
                String queue = in.readUTF();
                List<Part> parts = new ArrayList<>();
                for (int p = in.readByte(); p > 0; p--) {
                    Reporter reporter = reporters.get(in.readInt());
                    parts.add(new Part(reporter, BitSet.valueOf(in.readNBytes(in.readUnsignedByte()))));
                }
                day.queues.put(queue, parts);
            }
        }
        return day;
    }
}
