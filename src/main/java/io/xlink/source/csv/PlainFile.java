package io.xlink.source.csv;

import io.xlink.source.csv.PieceReading.Piece;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Where the rows of a file begin, where it can be cut, and how a piece of it is read from its bytes.
 *
 * @param quotes whether fields in quotation marks are expected; others that have them are read, too, but not as quickly
 * @param skipped header lines
 * @param plan in how many pieces and how much at once it is read
 */
record PlainFile(
        Path file,
        CsvCallFormat format,
        PlainColumns columns,
        boolean quotes,
        FileEncoding encoding,
        int skipped,
        ReadPlan plan)
        implements PieceReading.Reader {
    private static final NotPlain NO_LINE_END = new NotPlain("a line without end");
    private static final NotPlain LONE_RETURN = new NotPlain("a carriage return without a line feed");
    private static final int CHUNK = 1 << 13;

    /** The pieces in which the file is read. */
    List<Piece> cut() throws IOException, NotPlain {
        List<Piece> pieces = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long begin = afterLines(channel, encoding.mark(), skipped);
            long size = channel.size() - begin;
            int count = plan.pieces(size);
            long from = begin;
            for (int i = 1; i < count; i++) {
                long end = rowBehind(channel, Math.max(from, begin + size / count * i));
                if (end > from) {
                    pieces.add(new Piece(from, end, pieces.isEmpty() ? skipped + 1 : 0));
                    from = end;
                }
            }
            pieces.add(new Piece(from, Long.MAX_VALUE, pieces.isEmpty() ? skipped + 1 : 0));
        }
        return pieces;
    }

    private long rowBehind(FileChannel channel, long place) throws IOException, NotPlain {
        return quotes ? new RowGuess(channel, format.separator()).behind(place) : afterLine(channel, place);
    }

    @Override
    public long read(Piece piece, CallRows rows, BooleanSupplier stopped) throws IOException, NotPlain {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            PlainRows plain = new PlainRows(rows, columns, format, quotes, encoding.charset(), piece.firstLine());
            new PlainPiece(channel, piece.from(), piece.end(), plan.chunk()).read(plain, stopped);
            rows.addImported(plain.imported());
            return plain.line();
        }
    }

    /** Where the line begins that follows a number of lines; the file's end when it has no more than those. */
    static long afterLines(FileChannel channel, long from, int lines) throws IOException, NotPlain {
        long at = from;
        for (int i = 0; i < lines; i++) {
            at = afterLine(channel, at);
        }
        return at;
    }

    /** Where the next line begins, which is the file's end when there is none. */
    static long afterLine(FileChannel channel, long from) throws IOException, NotPlain {
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
        boolean carriageReturn = false;
        for (long at = from; at < from + Row.MAX_LENGTH; at += buffer.limit()) {
            buffer.clear();
            int count = channel.read(buffer, at);
            if (count < 0) {
                return at;
            }
            buffer.flip();
            for (int i = 0; i < count; i++) {
                byte b = buffer.get(i);
                if (b == '\n') {
                    return at + i + 1;
                } else if (carriageReturn) {
                    throw LONE_RETURN;
                }
                carriageReturn = b == '\r';
            }
        }
        throw NO_LINE_END;
    }
}
