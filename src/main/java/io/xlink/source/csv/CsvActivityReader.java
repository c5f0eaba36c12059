package io.xlink.source.csv;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.time.ZoneId;

/** Reads a file of agents' activities (specification, section 4, TimeLink), in one pass. */
public final class CsvActivityReader {
    private static final String SUSPECTS =
            "ActivitySeparatorCharacter, ActivityDateOrder, ActivityStartTimeStampFormat, ActivityEndTimeStampFormat";

    private CsvActivityReader() {}

    /**
     * Reads a whole file. A row that cannot be read, or whose activity is not listed, goes to {@code rejects} and the rest
     * goes on.
     *
     * @param file the file, completely written
     * @param format the parameters of its external system
     * @param local the zone of local time
     * @param rejects takes the rows that are not imported; the caller closes it
     * @throws CsvRefusedException when the file as it stands is not to be imported
     * @throws CsvException when the file cannot be read as a whole, or the rejects cannot be written
     */
    public static CsvActivityResult read(Path file, CsvActivityFormat format, ZoneId local, RejectSink rejects) {
        try {
            return read(file, false, format, local, rejects);
        } catch (CharacterCodingException e) {
            // Not UTF-8, which may show only at the file's end: what was read so far is read again.
            rejects.restart();
        } catch (IOException e) {
            throw CsvRows.unreadable(file, e);
        }
        try {
            return read(file, true, format, local, rejects);
        } catch (IOException e) {
            throw CsvRows.unreadable(file, e);
        }
    }

    private static CsvActivityResult read(
            Path file, boolean windows, CsvActivityFormat configured, ZoneId local, RejectSink rejects)
            throws IOException {
        try (CsvText text = CsvText.open(file, configured.charset(), windows)) {
            StringBuilder header = new StringBuilder();
            int skipped = text.skipLines(configured.headerLines(), header);
            FileLayout layout = FileLayout.of(file, configured.namedColumns(), header.toString(), text.sample());
            CsvActivityFormat format = configured.of(layout);
            Rejections rejections = new Rejections(rejects, format.separator());
            ActivityRows rows = new ActivityRows(file, format, local, rejections);
            CsvRows.read(file, text, skipped, format.separator(), rows::take, () -> false);
            rejections.finish();
            long rowsRead = rows.imported() + rows.leftOut() + rejections.broken() + rejections.unlisted();
            RejectLimit.check(file, format.maxRejects(), SUSPECTS, rowsRead, rejections);
            return new CsvActivityResult(
                    rows.finish(),
                    rowsRead,
                    rows.imported(),
                    rows.leftOut(),
                    rejections.broken(),
                    rejections.unlisted(),
                    rejections.unlistedQueues(),
                    layout.notes(),
                    text.charset());
        }
    }
}
