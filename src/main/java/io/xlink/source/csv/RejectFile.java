package io.xlink.source.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Writes rejected rows to {@code <name of the file>.<yyyyMMdd-HHmmss>.rejects.csv}: UTF-8, comma, the columns {@code
 * file,line,column,reason,original}. The file comes into being with the first row, so that there is none when all went
 * well. It is on disk for certain once {@link #close} has returned.
 */
public final class RejectFile implements RejectSink, Closeable {
    private static final String REMEDY = "Check that the directory exists, may be written to and is not full";

    private final Path directory;
    private final String source;
    private final LocalDateTime time;
    private Path file;
    private FileChannel channel;
    private CsvWriter writer;

    /**
     * @param directory where the file goes; made when it is missing
     * @param source the file that is being read
     * @param time the moment that the name carries
     */
    public RejectFile(Path directory, Path source, LocalDateTime time) {
        this.directory = directory;
        this.source = source.getFileName().toString();
        this.time = time;
    }

    /** The file, once there is one. */
    public Optional<Path> path() {
        return Optional.ofNullable(file);
    }

    /** @throws CsvException when the file cannot be written */
    @Override
    public void reject(Reject reject) {
        write(Long.toString(reject.line()), Integer.toString(reject.column()), reject.reason(), reject.original());
    }

    /** @throws CsvException when the file cannot be written */
    @Override
    public void omitted(Reject.Kind kind, long rows) {
        String what = kind == Reject.Kind.UNLISTED ? "rows of queues or activities that are not listed" : "broken rows";
        write("", "", rows + " more " + what + " were counted but are not written here", "");
    }

    /** @throws CsvException when the file cannot be removed */
    @Override
    public void restart() {
        if (file == null) {
            return;
        }
        try {
            channel.close();
            Files.delete(file);
        } catch (IOException e) {
            throw failed(e);
        }
        file = null;
        channel = null;
        writer = null;
    }

    /**
     * Brings the file to the disk. Calling it again does nothing.
     *
     * @throws CsvException when that fails
     */
    @Override
    public void close() {
        if (channel == null || !channel.isOpen()) {
            return;
        }
        try (FileChannel open = channel) {
            writer.flush();
            open.force(true);
        } catch (IOException | UncheckedIOException e) {
            throw failed(e);
        }
    }

    private void write(String line, String column, String reason, String original) {
        try {
            if (writer == null) {
                open();
            }
            writer.writeRecord(source, line, column, reason, original);
        } catch (IOException | UncheckedIOException e) {
            throw failed(e);
        }
    }

    private void open() throws IOException {
        Files.createDirectories(directory);
        String name = source + "." + time.format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss"));
        for (int i = 1; channel == null; i++) {
            // Two imports of one file within a second must not overwrite each other's rejects.
            Path candidate = directory.resolve(name + (i == 1 ? "" : "-" + i) + ".rejects.csv");
            try {
                channel = FileChannel.open(candidate, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                file = candidate;
            } catch (FileAlreadyExistsException e) {
                continue;
            }
        }
        writer = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .build(Channels.newOutputStream(channel), StandardCharsets.UTF_8);
        writer.writeRecord("file", "line", "column", "reason", "original");
    }

    private CsvException failed(Exception cause) {
        Path path = file == null ? directory : file;
        return new CsvException(
                path, 0, 0, "the rejected rows cannot be written (" + cause.getMessage() + ")", REMEDY, cause);
    }
}
