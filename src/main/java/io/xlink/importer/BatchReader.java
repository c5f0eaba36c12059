package io.xlink.importer;

import io.xlink.source.csv.CsvException;
import io.xlink.source.csv.CsvRefusedException;
import io.xlink.source.csv.RejectFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the files of a batch one by one. A file that makes trouble is left out and stops none of the others. */
final class BatchReader {
    private static final Logger LOG = LoggerFactory.getLogger(BatchReader.class);

    /** Reads a file into figures that are added to those of the others later. */
    interface FileReader<T> {
        /** @throws CsvException when nothing of the file can be used */
        T read(Path file, RejectFile rejected) throws IOException;
    }

    /** Takes what a file came to; only called for files that were not written to meanwhile. */
    interface Taker<T> {
        /** @throws FileRefusedException when the file's figures would go nowhere */
        FileRead take(FileStamp file, T figures, RejectFile rejected);
    }

    /**
     * Reads all of them.
     *
     * @throws CsvException when rejects cannot be written, for which none of the files is to blame
     * @throws IllegalStateException when none of several files can be read, which is not the files' fault either
     */
    <T> BatchRead read(FileBatch batch, FileReader<T> reader, Taker<T> taker) {
        Map<FileStamp, String> left = new LinkedHashMap<>();
        List<FileRead> reads = new ArrayList<>(batch.files().size());
        Map<FileStamp, Exception> unreadable = new LinkedHashMap<>();
        for (FileStamp file : batch.files()) {
            try (RejectFile rejected = batch.folder().rejects().report(file)) {
                try {
                    T figures = reader.read(file.path(), rejected);
                    rejected.close();
                    if (SettledFiles.unchanged(file)) {
                        reads.add(taker.take(file, figures, rejected));
                    } else {
                        discard(rejected);
                        leaveOutUnsettled(batch, file);
                    }
                } catch (RuntimeException | IOException e) {
                    if (e instanceof CsvException own && !file.path().equals(own.file())) {
                        throw own;
                    }
                    leaveOut(batch, file, e, rejected, unreadable, left);
                }
            }
        }
        if (reads.isEmpty() && unreadable.size() > 1) {
            // Held back together, or one of them would be imported alone later.
            throw new IllegalStateException(
                    unreadable.size() + " files cannot be read, first "
                            + Causes.message(unreadable.values().iterator().next()),
                    unreadable.values().iterator().next());
        }
        unreadable.forEach(batch.folder()::failed);
        return new BatchRead(batch.folder(), reads, left);
    }

    private static void leaveOutUnsettled(FileBatch batch, FileStamp file) {
        if (Files.exists(file.path())) {
            LOG.info("{}: not imported yet: it was written to while it was read", file.shown());
        } else {
            LOG.info("{}: not imported: it was taken away while it was read", file.shown());
        }
        batch.folder().forgetState(file);
    }

    private static void leaveOut(
            FileBatch batch,
            FileStamp file,
            Exception cause,
            RejectFile rejected,
            Map<FileStamp, Exception> unreadable,
            Map<FileStamp, String> left) {
        if (cause.getCause() instanceof NoSuchFileException) {
            discard(rejected);
            leaveOutUnsettled(batch, file);
        } else if (cause instanceof FileRefusedException || isContent(cause)) {
            left.put(file, Causes.message(cause));
            batch.folder().refused(file, Causes.message(cause), rejected.path());
        } else {
            discard(rejected);
            left.put(file, Causes.message(cause));
            unreadable.put(file, cause);
        }
    }

    /** Reading it again makes sense only when the trouble lies outside of the file. */
    private static boolean isContent(Exception cause) {
        return cause instanceof CsvRefusedException
                || cause instanceof CsvException && !(cause.getCause() instanceof IOException);
    }

    private static void discard(RejectFile rejected) {
        rejected.close();
        RejectsFolder.discard(rejected.path());
    }
}
