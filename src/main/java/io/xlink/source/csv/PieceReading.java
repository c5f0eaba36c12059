package io.xlink.source.csv;

import io.xlink.source.csv.HeldRejects.Reached;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Reads a file in pieces, each by a thread of its own and into tables of its own, which are added in the order of
 * the file. Used once.
 */
final class PieceReading {
    private static final NotPlain DAMAGED = new NotPlain("a damaged character in a declared character set");

    private final Path file;
    private final CsvCallFormat format;
    private final FileEncoding encoding;
    private final ZoneId local;
    private final RejectSink sink;
    private final CallMemory memory;
    /** The first piece that failed; those before it read on, so that the first failure of the file is found. */
    private final AtomicInteger failed = new AtomicInteger(Integer.MAX_VALUE);

    PieceReading(Path file, CsvCallFormat format, FileEncoding encoding, ZoneId local, RejectSink sink) {
        this.file = file;
        this.format = format;
        this.encoding = encoding;
        this.local = local;
        this.sink = sink;
        this.memory = new CallMemory(file);
    }

    /**
     * Where a piece of the file lies.
     *
     * @param from where a row begins
     * @param end where the first row of the next piece begins, or beyond the file's end
     * @param firstLine number of its first line; 0 when the lines before it have not been counted
     */
    record Piece(long from, long end, long firstLine) {}

    /** Reads one piece. */
    interface Reader {
        /**
         * Takes the rows of a piece.
         *
         * @param stopped whether nobody wants the result any more
         * @return what must be added to the lines of the next piece, when those are counted from 0
         */
        long read(Piece piece, CallRows rows, BooleanSupplier stopped) throws IOException, NotPlain;
    }

    /** What became of the rows of the file. */
    record Result(CallRows rows, Rejections rejections) {}

    /** A piece, its tables, and how it ended. */
    private final class Part implements Runnable {
        private final int number;
        private final Piece piece;
        private final Reader reader;
        private final HeldRejects held;
        private final Rejections rejections;
        private final CallRows rows;
        private Throwable failure;

        Part(int number, Piece piece, Reader reader, CompletableFuture<Reached> before) {
            this.number = number;
            this.piece = piece;
            this.reader = reader;
            this.held = new HeldRejects(sink, before);
            this.rejections = new Rejections(held, format.separator());
            this.rows = new CallRows(file, format, local, memory, rejections);
        }

        @Override
        public void run() {
            try {
                long line = reader.read(piece, rows, () -> failed.get() < number);
                if (failed.get() < number) {
                    throw new CancellationException("a piece before failed");
                }
                held.finish(line, rejections);
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
     * @param pieces one or more, in the order of the file
     * @throws NotPlain when the file must be read in another way
     * @throws OnePiece when it must be read in one piece
     */
    Result read(List<Piece> pieces, Reader reader) throws IOException, NotPlain, OnePiece {
        List<Part> parts = new ArrayList<>();
        CompletableFuture<Reached> before = CompletableFuture.completedFuture(new Reached(0, 0, 0));
        for (Piece piece : pieces) {
            Part part = new Part(parts.size(), piece, reader, before);
            parts.add(part);
            before = part.held.after();
        }
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
