package io.xlink.source.csv;

import io.xlink.source.csv.HeldRejects.Reached;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Reads a plain file in pieces, each by a thread of its own and into tables of its own, which are added in the order of
 * the file. Used once.
 */
final class PlainReading {
    private static final NotPlain DAMAGED = new NotPlain("a damaged character in a declared character set");

    private final Path file;
    private final CsvCallFormat format;
    private final PlainColumns columns;
    private final FileEncoding encoding;
    private final ZoneId local;
    private final RejectSink sink;
    private final CallMemory memory;
    /** The first piece that failed; those before it read on, so that the first failure of the file is found. */
    private final AtomicInteger failed = new AtomicInteger(Integer.MAX_VALUE);

    PlainReading(
            Path file,
            CsvCallFormat format,
            PlainColumns columns,
            FileEncoding encoding,
            ZoneId local,
            RejectSink sink) {
        this.file = file;
        this.format = format;
        this.columns = columns;
        this.encoding = encoding;
        this.local = local;
        this.sink = sink;
        this.memory = new CallMemory(file);
    }

    /** What became of the rows of the file. */
    record Result(CallRows rows, Rejections rejections) {}

    /** A piece, its tables, and how it ended. */
    private final class Part implements Runnable {
        private final int number;
        private final long from;
        private final long end;
        private final long firstLine;
        private final HeldRejects held;
        private final Rejections rejections;
        private final CallRows rows;
        private Throwable failure;

        Part(int number, long from, long end, long firstLine, CompletableFuture<Reached> before) {
            this.number = number;
            this.from = from;
            this.end = end;
            this.firstLine = firstLine;
            this.held = new HeldRejects(sink, before);
            this.rejections = new Rejections(held, format.separator());
            this.rows = new CallRows(file, format, local, memory, rejections);
        }

        @Override
        public void run() {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                PlainRows plain = new PlainRows(rows, columns, format, encoding.charset(), firstLine);
                new PlainPiece(channel, from, end).read(plain, () -> failed.get() < number);
                if (failed.get() < number) {
                    throw new CancellationException("a piece before failed");
                }
                rows.addImported(plain.imported());
                held.finish(plain.line(), rejections);
            } catch (IOException | NotPlain | RuntimeException | Error e) {
                failure = e;
                failed.accumulateAndGet(number, Math::min);
                held.fail();
            }
        }
    }

    /**
     * Reads all rows.
     *
     * @param skipped header lines
     * @throws NotPlain when the file must be read in another way
     * @throws OnePiece when it must be read in one piece
     */
    Result read(int skipped, ReadPlan plan) throws IOException, NotPlain, OnePiece {
        List<Part> parts = cut(skipped, plan);
        List<Thread> threads = new ArrayList<>();
        for (Part part : parts.subList(1, parts.size())) {
            Thread thread = new Thread(part, "csv-piece-" + part.number);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        parts.get(0).run();
        join(threads);
        if (failed.get() < parts.size()) {
            throw failure(parts);
        }
        Part first = parts.get(0);
        for (Part part : parts.subList(1, parts.size())) {
            if (!first.rows.merge(part.rows) || !first.rejections.merge(part.rejections, part.held.begin())) {
                throw new OnePiece();
            }
        }
        return new Result(first.rows, first.rejections);
    }

    private List<Part> cut(int skipped, ReadPlan plan) throws IOException, NotPlain {
        List<Part> parts = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long begin = PlainFile.afterLines(channel, encoding.mark(), skipped);
            long size = channel.size() - begin;
            int pieces = plan.pieces(size);
            long from = begin;
            CompletableFuture<Reached> before = CompletableFuture.completedFuture(new Reached(0, 0, 0));
            for (int i = 0; i < pieces; i++) {
                long end = Long.MAX_VALUE;
                if (i < pieces - 1) {
                    end = PlainFile.afterLine(channel, Math.max(from, begin + size / pieces * (i + 1)));
                }
                Part part = new Part(i, from, end, i == 0 ? skipped + 1 : 0, before);
                parts.add(part);
                before = part.held.after();
                from = end;
            }
        }
        return parts;
    }

    /** Pieces end by themselves, and soon after one before them has failed; an interruption is kept for later. */
    private static void join(List<Thread> threads) {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Throws what the first piece that failed ended with. */
    private RuntimeException failure(List<Part> parts) throws IOException, NotPlain, OnePiece {
        Throwable failure = parts.get(failed.get()).failure;
        if (failure instanceof CharacterCodingException && !encoding.strict()) {
            // The character set is declared, so the damage spoils its row only.
            throw DAMAGED;
        } else if (failure instanceof IOException e) {
            throw e;
        } else if (failure instanceof NotPlain e) {
            throw e;
        } else if (failure instanceof CsvException && parts.size() > 1) {
            // It may be the pieces' fault: they take more memory together, and do not know their lines.
            throw new OnePiece();
        } else if (failure instanceof Error e) {
            throw e;
        }
        return (RuntimeException) failure;
    }
}
