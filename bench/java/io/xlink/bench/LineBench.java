package io.xlink.bench;

import io.xlink.model.QueueImport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Speed of delivery: imports of one day each from a Camel producer over TCP to their receipts, in the same run against
 * the store alone and against an echo of the same bytes. Everything runs in this process, on the machine's loopback.
 */
public final class LineBench {
    private LineBench() {}

    /** @param args number of days, rounds that count (one more warms up), directory to work in */
    public static void main(String[] args) throws Exception {
        int days = Integer.parseInt(args[0]);
        int rounds = Integer.parseInt(args[1]);
        Path directory = Files.createDirectories(Path.of(args[2]));
        List<LinePeer> peers = LinePeer.all(directory);
        double[][] speeds = new double[peers.size()][rounds];
        System.out.printf("%-28s %s%n", "M values/s", "round by round");
        for (int round = -1; round < rounds; round++) {
            // Round by round, so that a machine that is busy for a while disturbs all alike.
            for (int peer = 0; peer < peers.size(); peer++) {
                double seconds = run(peers.get(peer), imports(days, round));
                if (round >= 0) {
                    speeds[peer][round] = days * (double) BenchDays.VALUES / seconds / 1e6;
                }
            }
        }
        for (int peer = 0; peer < peers.size(); peer++) {
            System.out.printf(
                    Locale.ROOT,
                    "%-28s %s  median %.2f, of the store alone %.0f %%%n",
                    peers.get(peer).name(),
                    numbers(speeds[peer]),
                    median(speeds[peer]),
                    100 * median(ratios(speeds[peer], speeds[0])));
        }
        latencies(peers, days);
    }

    /** Returns when each import has its receipt. */
    private static double run(LinePeer peer, List<QueueImport> imports) throws Exception {
        try (LinePeer.Line line = peer.open()) {
            line.prepare(imports);
            long begin = System.nanoTime();
            line.deliver(imports);
            return (System.nanoTime() - begin) / 1e9;
        }
    }

    /** One import at a time, each receipt awaited: what the sender of a single day waits for. */
    private static void latencies(List<LinePeer> peers, int days) throws Exception {
        System.out.printf("%-28s %s%n", "ms until the receipt", "one import of 57,600 values at a time");
        for (LinePeer peer : peers) {
            double[] millis = new double[days * 4];
            try (LinePeer.Line line = peer.open()) {
                for (int i = 0; i < millis.length; i++) {
                    List<QueueImport> one = List.of(BenchDays.day(i, 0));
                    line.prepare(one);
                    long begin = System.nanoTime();
                    line.deliver(one);
                    millis[i] = (System.nanoTime() - begin) / 1e6;
                }
            }
            Arrays.sort(millis);
            System.out.printf(
                    Locale.ROOT,
                    "%-28s p50 %.1f, p99 %.1f, worst %.1f%n",
                    peer.name(),
                    millis[millis.length / 2],
                    millis[millis.length * 99 / 100],
                    millis[millis.length - 1]);
        }
    }

    private static List<QueueImport> imports(int days, int pass) {
        List<QueueImport> imports = new ArrayList<>(days);
        for (int day = 0; day < days; day++) {
            imports.add(BenchDays.day(day, pass));
        }
        return imports;
    }

    private static double[] ratios(double[] ones, double[] others) {
        return IntStream.range(0, ones.length)
                .mapToDouble(i -> ones[i] / others[i])
                .toArray();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static String numbers(double[] values) {
        StringBuilder text = new StringBuilder();
        for (double value : values) {
            text.append(String.format(Locale.ROOT, "%6.2f", value));
        }
        return text.toString();
    }
}
