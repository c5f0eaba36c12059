package io.xlink.importer;

import io.xlink.importer.memory.ImporterDatabase;
import io.xlink.importer.memory.Transaction;
import io.xlink.source.csv.CallTotals;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The durable memory of what each file contributed, for external systems whose files add up ({@code Overlap=sum}). A
 * content counts once as long as any file has it, whatever the file is called; a file of the same name replaces what its
 * predecessor contributed. Contributions are kept for {@value #KEPT_DAYS} days.
 */
final class FileContributions implements AutoCloseable {
    private static final int KEPT_DAYS = 400;

    private final Connection connection;
    private final ContributionTable table;
    private final Clock clock;

    /** @param data the data directory */
    FileContributions(Path data, Clock clock) {
        this.connection = ImporterDatabase.open(data);
        this.table = new ContributionTable(connection);
        this.clock = clock;
    }

    /**
     * What files change.
     *
     * @param names which content files have then
     * @param gone contents that no file has then
     * @param added contents with their figures, which replace earlier figures of the same contents
     */
    private record Change(Map<String, String> names, Set<String> gone, Map<String, CallTotals> added) {
        boolean concerns(String content) {
            return gone.contains(content) || added.containsKey(content);
        }
    }

    /** The file whose contribution has the same content, if there is one: it must not be counted again. */
    synchronized Optional<String> sameContent(String externalSystem, String content) {
        try {
            return table.filesWith(externalSystem, content).stream().findFirst();
        } catch (SQLException e) {
            throw failure("read what files contributed", e);
        }
    }

    /**
     * What all files add up to with these, on the days that these are about or their predecessors of the same names
     * were. An interval that only a predecessor had counts 0. Nothing is kept yet, so that a delivery that fails can be
     * repeated.
     *
     * @return empty when nothing changes
     * @throws IllegalStateException when a file that still counts was read with other value types or intervals
     */
    synchronized Optional<CallTotals> with(String externalSystem, List<Contribution> files) {
        try {
            Change change = change(externalSystem, files);
            SortedSet<LocalDate> days = new TreeSet<>();
            List<CallTotals> before = new ArrayList<>();
            List<String> contents = new ArrayList<>(change.gone);
            contents.addAll(change.added.keySet());
            for (String content : contents) {
                before.addAll(table.totals(externalSystem, content));
            }
            List<CallTotals> all = new ArrayList<>(change.added.values());
            before.forEach(totals -> days.addAll(totals.dates()));
            all.forEach(totals -> days.addAll(totals.dates()));
            if (all.isEmpty() && before.isEmpty()) {
                return Optional.empty();
            }
            CallTotals like = all.isEmpty() ? before.get(0) : all.get(0);
            for (LocalDate day : days) {
                for (Map.Entry<String, CallTotals> kept :
                        table.on(externalSystem, day).entrySet()) {
                    if (!change.concerns(kept.getKey())) {
                        all.add(requireLike(externalSystem, day, kept, like));
                    }
                }
            }
            // Those of another form are zeros of value types that there are no more.
            before.stream().filter(like::isLike).map(CallTotals::zeros).forEach(all::add);
            return Optional.of(CallTotals.merge(all));
        } catch (SQLException | IOException e) {
            throw failure("read what files contributed", e);
        }
    }

    /**
     * What all files add up to on these days.
     *
     * @return empty when no file says anything of them
     * @throws IllegalStateException when files that count were read with other value types or intervals
     */
    synchronized Optional<CallTotals> on(String externalSystem, Set<LocalDate> days) {
        try {
            List<CallTotals> all = new ArrayList<>();
            for (LocalDate day : days) {
                for (Map.Entry<String, CallTotals> kept :
                        table.on(externalSystem, day).entrySet()) {
                    all.add(all.isEmpty() ? kept.getValue() : requireLike(externalSystem, day, kept, all.get(0)));
                }
            }
            return all.isEmpty() ? Optional.empty() : Optional.of(CallTotals.merge(all));
        } catch (SQLException | IOException e) {
            throw failure("read what files contributed", e);
        }
    }

    /** Whether a file takes the place of what another one, or an earlier one of its name, contributed. */
    synchronized boolean replaces(String externalSystem, Contribution file) {
        try {
            for (String name : change(externalSystem, List.of(file)).names.keySet()) {
                if (table.content(externalSystem, name).isPresent()) {
                    return true;
                }
            }
            return false;
        } catch (SQLException e) {
            throw failure("read what files contributed", e);
        }
    }

    /** Keeps what files contributed; durable when this returns. To be called after the receipt. */
    synchronized void keep(String externalSystem, List<Contribution> delivered) {
        try {
            Transaction.make(connection, () -> {
                Change change = change(externalSystem, delivered);
                for (String content : change.gone) {
                    table.remove(externalSystem, content);
                }
                for (Map.Entry<String, CallTotals> added : change.added.entrySet()) {
                    table.remove(externalSystem, added.getKey());
                    table.add(externalSystem, added.getKey(), added.getValue());
                }
                long now = clock.instant().getEpochSecond();
                for (Map.Entry<String, String> name : change.names.entrySet()) {
                    table.name(externalSystem, name.getKey(), name.getValue(), now);
                }
                table.forget(now - Duration.ofDays(KEPT_DAYS).toSeconds());
            });
        } catch (SQLException | IOException | RuntimeException e) {
            throw failure("keep what files contributed", e);
        }
    }

    private Change change(String system, List<Contribution> files) throws SQLException {
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, CallTotals> added = new TreeMap<>();
        for (Contribution file : files) {
            names.put(file.file(), file.content());
            file.totals().ifPresent(totals -> added.put(file.content(), totals));
        }
        for (String content : added.keySet()) {
            // The same bytes in another form must not count beside it, whatever their file is called.
            int end = content.lastIndexOf('.');
            if (end > 0) {
                for (String file : table.filesWithBytes(system, content.substring(0, end))) {
                    names.putIfAbsent(file, content);
                }
            }
        }
        Set<String> gone = new TreeSet<>();
        for (String file : names.keySet()) {
            Optional<String> content = table.content(system, file);
            if (content.isPresent()
                    && !names.containsValue(content.get())
                    && names.keySet().containsAll(table.filesWith(system, content.get()))) {
                gone.add(content.get());
            }
        }
        return new Change(names, gone, added);
    }

    private CallTotals requireLike(String system, LocalDate day, Map.Entry<String, CallTotals> kept, CallTotals like)
            throws SQLException {
        if (!kept.getValue().isLike(like)) {
            String file =
                    table.filesWith(system, kept.getKey()).stream().findFirst().orElse("a file");
            throw new IllegalStateException("on " + day + " " + file + " counts too, and it was read with"
                    + " other value types, intervals or another time zone. Drop it once more together with"
                    + " this file, or take the change of the configuration back");
        }
        return kept.getValue();
    }

    private static IllegalStateException failure(String what, Exception cause) {
        return new IllegalStateException("cannot " + what + ": " + cause.getMessage(), cause);
    }

    @Override
    public synchronized void close() throws SQLException {
        connection.close();
    }
}
