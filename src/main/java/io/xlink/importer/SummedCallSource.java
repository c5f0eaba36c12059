package io.xlink.importer;

import io.xlink.model.CallTable;
import io.xlink.source.csv.CallTotals;
import io.xlink.source.csv.CsvCallResult;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Exchange;

/**
 * Reads the call data files of one external system whose files add up ({@code Overlap=sum}); the bean {@code calls} of the
 * route {@code csv-phonelink}.
 */
public final class SummedCallSource {
    private final CallFiles files;
    private final BatchReader reader;
    private final Path folder;
    private final FileContent content;
    private final FileContributions contributions;

    /** @param folder the watched folder */
    SummedCallSource(
            CallFiles files, BatchReader reader, Path folder, FileContent content, FileContributions contributions) {
        this.files = files;
        this.reader = reader;
        this.folder = folder.toAbsolutePath();
        this.content = content;
        this.contributions = contributions;
    }

    /** A file: either what it comes to, or which file says the same. */
    private record Read(String content, Optional<String> same, Optional<CsvCallResult> result) {}

    /**
     * What all files add up to on the days that these are about, with those of earlier imports. A file whose content counts
     * already is not read.
     */
    public CallTable read(@Body FileBatch batch, Exchange exchange) {
        exchange.setProperty(FileOutcome.FOUND, batch);
        Turn<?> turn = exchange.getProperty(Turn.TURN, Turn.class);
        if (turn != null) {
            exchange.setProperty(FileOutcome.READ, BatchRead.of(batch.folder(), List.of()));
            return contributions
                    .on(files.system(), turn.days())
                    .map((CallTotals totals) -> totals.table(files.system()))
                    .orElseGet(files::nothing);
        }
        Map<FileStamp, Contribution> added = new LinkedHashMap<>();
        TargetSets targets = files.targets();
        Map<String, String> here = new HashMap<>();
        BatchRead read = reader.read(
                batch,
                (file, rejected) -> {
                    String bytes = content.of(file);
                    Optional<String> same = Optional.ofNullable(here.get(bytes))
                            .or(() -> contributions.sameContent(files.system(), bytes));
                    return new Read(
                            bytes, same, same.isPresent() ? Optional.empty() : Optional.of(files.read(file, rejected)));
                },
                (file, one, rejected) -> {
                    FileRead taken = one.result()
                            .map(result -> files.usable(file, result, targets, rejected))
                            .orElseGet(() -> FileRead.counted(file, one.same().orElseThrow()));
                    added.put(
                            file,
                            new Contribution(
                                    name(file), one.content(), one.result().map(CsvCallResult::totals)));
                    here.putIfAbsent(one.content(), name(file));
                    return taken;
                });
        exchange.setProperty(FileOutcome.READ, read);
        exchange.setProperty(FileOutcome.ENDING, new SummedCallEnding(files.system(), contributions, added));
        return contributions
                .with(files.system(), List.copyOf(added.values()))
                .map((CallTotals totals) -> totals.table(files.system()))
                .orElseGet(files::nothing);
    }

    private String name(FileStamp file) {
        return folder.relativize(file.path()).toString();
    }
}
