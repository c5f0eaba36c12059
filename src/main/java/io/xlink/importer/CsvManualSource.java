package io.xlink.importer;

import io.xlink.importer.ledger.Entry;
import io.xlink.importer.ledger.LedgerReader;
import io.xlink.importer.ledger.ReadFile;
import io.xlink.importer.manual.ManualRequest;
import io.xlink.importer.memory.ImporterDatabase;
import io.xlink.model.ImportKind;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Imports days of CSV files by hand: repeats the imports of files that had something of those days, in their order, and
 * sends those days alone. So each interval has the figures of the file that reported it last, as before. A day of which a
 * file is gone is left alone, because an older file would win there.
 */
final class CsvManualSource implements ManualSource {
    private final String system;
    private final ImportKind kind;
    private final WatchedFolder folder;
    private final CsvFolder where;
    private final Path data;
    private final boolean remembered;
    private final Receivers receivers;

    /**
     * @param data the data directory
     * @param remembered whether the importer remembers what the files said, so that it need not read them again
     */
    CsvManualSource(
            String system,
            ImportKind kind,
            WatchedFolder folder,
            CsvFolder where,
            Path data,
            boolean remembered,
            Receivers receivers) {
        this.system = system;
        this.kind = kind;
        this.folder = folder;
        this.where = where;
        this.data = data;
        this.remembered = remembered;
        this.receivers = receivers;
    }

    @Override
    public String system() {
        return system;
    }

    @Override
    public ImportKind kind() {
        return kind;
    }

    @Override
    public Receivers receivers() {
        return receivers;
    }

    @Override
    public Turn<?> begin(ManualRequest request, List<String> warnings) throws SQLException {
        Turn<List<FileStamp>> turn = remembered
                ? new Turn<>(List.of(List.of()), request.dryRun(), files -> "what files said", request.allDays())
                : files(request, warnings);
        folder.take(turn);
        return turn;
    }

    @Override
    public void end() {
        folder.take(null);
    }

    private Turn<List<FileStamp>> files(ManualRequest request, List<String> warnings) throws SQLException {
        Map<Long, List<FileStamp>> found = new TreeMap<>();
        Map<Long, Set<LocalDate>> about = new TreeMap<>();
        SortedSet<LocalDate> days = new TreeSet<>();
        SortedSet<LocalDate> broken = new TreeSet<>();
        Set<String> missing = new LinkedHashSet<>();
        try (LedgerReader ledger =
                new LedgerReader(ImporterDatabase.openReadOnly(data).orElseThrow())) {
            KeptFiles kept = new KeptFiles(where);
            for (Entry entry : ledger.delivered(system, kind, request.first(), request.last())) {
                SortedSet<LocalDate> asked = new TreeSet<>(entry.days());
                asked.removeIf(day -> !request.contains(day));
                days.addAll(asked);
                List<FileStamp> files = new ArrayList<>();
                for (ReadFile file : ledger.files(entry.id())) {
                    Optional<FileStamp> stamp = kept.find(file);
                    if (stamp.isEmpty()) {
                        missing.add(file.path());
                        broken.addAll(asked);
                    }
                    stamp.ifPresent(files::add);
                }
                found.put(entry.id(), files);
                about.put(entry.id(), asked);
            }
        } catch (IOException e) {
            throw new IllegalStateException("cannot look for the files: " + Causes.message(e), e);
        }
        tell(request, days, broken, missing, warnings);
        days.removeAll(broken);
        List<List<FileStamp>> steps = new ArrayList<>();
        about.forEach((entry, its) -> {
            if (its.stream().anyMatch(days::contains)) {
                steps.add(found.get(entry));
            }
        });
        return new Turn<>(steps, request.dryRun(), CsvManualSource::shown, days);
    }

    private static void tell(
            ManualRequest request,
            SortedSet<LocalDate> days,
            SortedSet<LocalDate> broken,
            Set<String> missing,
            List<String> warnings) {
        if (!broken.isEmpty()) {
            warnings.add(shown(broken) + " not imported: files that had figures of it are not there any more, or"
                    + " were changed: " + String.join(", ", missing) + ". Drop them once more");
        }
        SortedSet<LocalDate> without = request.allDays();
        without.removeAll(days);
        if (!without.isEmpty()) {
            warnings.add(shown(without) + ": no file with figures of it was imported so far");
        }
    }

    private static String shown(SortedSet<LocalDate> days) {
        return days.size() == 1
                ? days.first().toString()
                : days.size() + " days from " + days.first() + " to " + days.last();
    }

    private static String shown(List<FileStamp> files) {
        return files.size() == 1 ? files.get(0).path().getFileName().toString() : files.size() + " files";
    }
}
