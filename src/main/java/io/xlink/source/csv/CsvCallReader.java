package io.xlink.source.csv;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Reads a file of call data into sums by queue, local day and interval (specification, section 4, PhoneLink), in one pass
 * and without keeping its rows. Memory depends on queues and days, not on the length of the file.
 */
public final class CsvCallReader {
    private static final String SUSPECTS = "SeparatorCharacter, DateOrder";

    private CsvCallReader() {}

    /**
     * Reads a whole file. A row that cannot be read, or whose queue is not listed, goes to {@code rejects} and the rest
     * goes on. A file without rows gives a table without pages.
     *
     * @param file the file, completely written
     * @param format the parameters of its external system
     * @param externalSystem name of the external system
     * @param local the zone whose days and intervals are filled
     * @param rejects takes the rows that are not imported; the caller closes it
     * @throws CsvRefusedException when the file as it stands is not to be imported
     * @throws CsvException when the file cannot be read as a whole, or the rejects cannot be written
     */
    public static CsvCallResult read(
            Path file, CsvCallFormat format, String externalSystem, ZoneId local, RejectSink rejects) {
        return read(file, format, externalSystem, local, rejects, ReadPlan.quickest());
    }

    /** @param plan how the file may be read */
    static CsvCallResult read(
            Path file, CsvCallFormat format, String externalSystem, ZoneId local, RejectSink rejects, ReadPlan plan) {
        boolean windows = false;
        ReadPlan next = plan;
        while (true) {
            try (CsvText text = CsvText.open(file, format.charset(), windows)) {
                return read(file, text, format, externalSystem, local, rejects, next);
            } catch (CharacterCodingException e) {
                if (windows) {
                    throw CsvRows.unreadable(file, e);
                }
                windows = true;
            } catch (NotPlain e) {
                next = next.notPlain();
            } catch (OnePiece e) {
                next = next.inOnePiece();
            } catch (IOException e) {
                throw CsvRows.unreadable(file, e);
            }
            // Which may show only at the file's end: what was read so far is read again.
            rejects.restart();
        }
    }

    private static CsvCallResult read(
            Path file,
            CsvText text,
            CsvCallFormat configured,
            String externalSystem,
            ZoneId local,
            RejectSink rejects,
            ReadPlan plan)
            throws IOException, NotPlain, OnePiece {
        StringBuilder header = new StringBuilder();
        int skipped = text.skipLines(configured.headerLines(), header);
        FileLayout layout = FileLayout.of(file, configured.namedColumns(), header.toString(), text.sample());
        CsvCallFormat format = configured.of(layout);
        Optional<PlainColumns> plain = plan.plain() && text.isNarrow() ? PlainColumns.of(format) : Optional.empty();
        PieceReading reading = new PieceReading(file, format, text.encoding(), local, rejects);
        PieceReading.Result read;
        if (plain.isPresent()) {
            PlainFile pieces =
                    new PlainFile(file, format, plain.get(), text.hasQuotes(), text.encoding(), skipped, plan);
            read = reading.read(pieces.cut(), pieces);
        } else {
            QuotedFile pieces = new QuotedFile(file, text, format.separator(), skipped);
            read = reading.read(pieces.cut(plan), pieces);
        }
        return result(file, text, format, layout.notes(), externalSystem, read.rows(), read.rejections());
    }

    private static CsvCallResult result(
            Path file,
            CsvText text,
            CsvCallFormat format,
            List<CsvNote> notes,
            String externalSystem,
            CallRows rows,
            Rejections rejections) {
        rejections.finish();
        long rowsRead = rows.imported() + rejections.broken() + rejections.unlisted();
        RejectLimit.check(file, format.maxRejects(), SUSPECTS, rowsRead, rejections);
        CallTotals totals = rows.finish();
        return new CsvCallResult(
                totals.table(externalSystem),
                totals,
                rowsRead,
                rows.imported(),
                rejections.broken(),
                rejections.unlisted(),
                rejections.unlistedQueues(),
                notes,
                text.charset());
    }
}
