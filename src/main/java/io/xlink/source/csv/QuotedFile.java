package io.xlink.source.csv;

import io.xlink.source.csv.PieceReading.Piece;
import io.xlink.source.csv.QuotedCuts.Cut;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A file that takes the tokeniser, and how a piece of it is read. That a piece begins where a row begins is certain once
 * the piece before it has ended without an open quote; where it does not, the file is read in one piece.
 *
 * @param text the whole file behind its header lines
 * @param skipped header lines
 */
record QuotedFile(Path file, CsvText text, char separator, int skipped) implements PieceReading.Reader {

    /** The pieces in which the file is read; one is the text as it is. */
    List<Piece> cut(ReadPlan plan) throws IOException {
        List<Piece> pieces = new ArrayList<>();
        if (text.isNarrow()) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                long begin = PlainFile.afterLines(channel, text.encoding().mark(), skipped);
                long size = channel.size() - begin;
                int count = plan.pieces(size);
                List<Long> targets = new ArrayList<>();
                for (int i = 1; i < count; i++) {
                    targets.add(begin + size / count * i);
                }
                long from = begin;
                long line = skipped + 1;
                for (Cut cut : QuotedCuts.find(channel, begin, targets)) {
                    pieces.add(new Piece(from, cut.position(), line));
                    from = cut.position();
                    line = skipped + 1 + cut.lines();
                }
                pieces.add(new Piece(from, Long.MAX_VALUE, line));
                return pieces;
            } catch (NotPlain e) {
                // Where its lines end cannot be told from its bytes alone.
                pieces.clear();
            }
        }
        pieces.add(new Piece(0, Long.MAX_VALUE, skipped + 1));
        return pieces;
    }

    @Override
    public long read(Piece piece, CallRows rows, BooleanSupplier stopped) throws IOException {
        // The first piece goes to the end when it is the only one, and then the text is there already.
        boolean whole = piece.firstLine() == skipped + 1 && piece.end() == Long.MAX_VALUE;
        try (CsvText part = whole ? text : text.piece(file, piece.from(), piece.end())) {
            CsvRows.read(file, part, piece.firstLine() - 1, separator, rows::take, stopped);
        }
        return 0;
    }
}
