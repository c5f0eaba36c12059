package io.xlink.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * A loop written by hand for this one file: no check of anything, columns, separator, dates and times as they happen to be,
 * one array of sums a queue and day. What a program that knows the file beforehand can do.
 */
final class CsvLoop implements Runnable {
    private static final int CHUNK = 1 << 18;
    private static final int DAYS = 13 * 32;

    private final Path file;
    private long position;
    private final long end;
    private final int[] places = new int[4096];
    private final byte[][] names = new byte[4096][];
    private int count;
    private final int[][] pages = new int[1024 * DAYS][];
    private IOException failure;

    private CsvLoop(Path file, long position, long end) {
        this.file = file;
        this.position = position;
        this.end = end;
    }

    static Supplier<CsvSums> read(Path file, int threads) throws IOException, InterruptedException {
        List<CsvLoop> loops = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long from = lineEnd(channel, 0);
            for (int i = 1; i <= threads; i++) {
                long to = i == threads ? channel.size() : lineEnd(channel, channel.size() / threads * i);
                loops.add(new CsvLoop(file, from, to));
                from = to;
            }
        }
        List<Thread> others = loops.stream().skip(1).map(Thread::new).toList();
        others.forEach(Thread::start);
        loops.get(0).run();
        for (Thread other : others) {
            other.join();
        }
        for (CsvLoop loop : loops) {
            if (loop.failure != null) {
                throw loop.failure;
            }
            if (loop != loops.get(0)) {
                loops.get(0).merge(loop);
            }
        }
        return loops.get(0)::sums;
    }

    @Override
    public void run() {
        byte[] bytes = new byte[CHUNK + 64];
        int filled = 0;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (position < end) {
                int wanted = (int) Math.min(CHUNK - filled, end - position);
                int read = channel.read(ByteBuffer.wrap(bytes, filled, wanted), position);
                position += read;
                filled += read;
                int to = filled;
                while (bytes[to - 1] != '\n') {
                    to--;
                }
                take(bytes, to);
                filled -= to;
                System.arraycopy(bytes, to, bytes, 0, filled);
            }
        } catch (IOException e) {
            failure = e;
        }
    }

    private void take(byte[] bytes, int to) {
        int at = 0;
        while (at < to) {
            int hash = 0;
            int begin = at;
            while (bytes[at] != ';') {
                hash = hash * 31 + bytes[at++];
            }
            int queue = queue(bytes, begin, at, hash);
            int day = number(bytes, at + 1);
            int month = number(bytes, at + 4);
            int slot = number(bytes, at + 12) * 4 + number(bytes, at + 15) / 15;
            at += 18;
            int offered = 0;
            while (bytes[at] != ';') {
                offered = offered * 10 + bytes[at++] - '0';
            }
            at++;
            int handled = 0;
            while (bytes[at] != ';') {
                handled = handled * 10 + bytes[at++] - '0';
            }
            at++;
            int time = 0;
            while (bytes[at] != '\r') {
                time = time * 10 + bytes[at++] - '0';
            }
            at += 2;
            int number = queue * DAYS + month * 32 + day;
            int[] page = pages[number];
            if (page == null) {
                page = new int[96 * 4];
                pages[number] = page;
            }
            page[slot * 4]++;
            page[slot * 4 + 1] += offered;
            page[slot * 4 + 2] += handled;
            page[slot * 4 + 3] += handled * time;
        }
    }

    private int queue(byte[] bytes, int from, int to, int hash) {
        int place = hash & places.length - 1;
        while (places[place] != 0) {
            byte[] name = names[places[place] - 1];
            if (Arrays.equals(name, 0, name.length, bytes, from, to)) {
                return places[place] - 1;
            }
            place = place + 1 & places.length - 1;
        }
        names[count++] = Arrays.copyOfRange(bytes, from, to);
        places[place] = count;
        return count - 1;
    }

    private static int number(byte[] bytes, int at) {
        return (bytes[at] - '0') * 10 + bytes[at + 1] - '0';
    }

    private void merge(CsvLoop other) {
        for (int q = 0; q < other.count; q++) {
            byte[] name = other.names[q];
            int hash = 0;
            for (byte b : name) {
                hash = hash * 31 + b;
            }
            int queue = queue(name, 0, name.length, hash);
            for (int day = 0; day < DAYS; day++) {
                int[] added = other.pages[q * DAYS + day];
                int[] page = pages[queue * DAYS + day];
                if (page == null) {
                    pages[queue * DAYS + day] = added;
                } else if (added != null) {
                    Arrays.setAll(page, i -> page[i] + added[i]);
                }
            }
        }
    }

    private CsvSums sums() {
        long[] sums = new long[4];
        for (int[] page : pages) {
            for (int i = 0; page != null && i < page.length; i += 4) {
                sums[0] += page[i] > 0 ? 1 : 0;
                sums[1] += page[i + 1];
                sums[2] += page[i + 2];
                sums[3] += page[i + 3];
            }
        }
        return new CsvSums(sums[0], sums[1], sums[2], sums[3]);
    }

    private static long lineEnd(FileChannel channel, long from) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(4096);
        channel.read(buffer, from);
        buffer.flip();
        long at = from;
        while (buffer.get() != '\n') {
            at++;
        }
        return at + 1;
    }
}
