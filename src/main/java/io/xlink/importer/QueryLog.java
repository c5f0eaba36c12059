package io.xlink.importer;

import io.xlink.model.CallPage;
import io.xlink.model.CallTable;
import io.xlink.model.LocalDay;
import io.xlink.model.QueuePath;
import io.xlink.source.csv.AgentActivities;
import io.xlink.source.sql.ActivityRead;
import io.xlink.source.sql.CallRead;
import io.xlink.source.sql.RanStatement;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * With {@code Protocol=1} what a database was asked and what it answered (specification, section 8): a log for each mapped queue,
 * {@code SYSTEM_QUEUE.log}, and {@code SYSTEM_agent_import.log}.
 */
final class QueryLog implements AutoCloseable {
    private final String system;
    private final boolean on;
    private final Path directory;
    private final ZoneId zone;
    private final int kibibytes;
    private final Map<String, RotatingLog> logs = new HashMap<>();

    /**
     * @param on whether anything is written
     * @param kibibytes size at which a log is full
     */
    QueryLog(String system, boolean on, Path directory, ZoneId zone, int kibibytes) {
        this.system = system;
        this.on = on;
        this.directory = directory;
        this.zone = zone;
        this.kibibytes = kibibytes;
    }

    /** What was asked for each queue, and its figures. */
    synchronized void calls(LocalDay day, CallRead read) {
        if (!on) {
            return;
        }
        for (RanStatement ran : read.statements()) {
            ran.statement().queues().forEach(queue -> statement(queue.toString(), ran));
        }
        read.table().pages().forEach(page -> page(day, read.table(), page));
    }

    private void page(LocalDay day, CallTable table, CallPage page) {
        RotatingLog log = log(page.queue().toString());
        for (int i = page.next(0); i >= 0; i = page.next(i + 1)) {
            StringBuilder line = new StringBuilder();
            line.append(local(day.startEpochSecond() + i * table.interval() * 60L));
            for (int type = 0; type < table.valueTypes().size(); type++) {
                line.append('\t')
                        .append(table.valueTypes().get(type))
                        .append(" = ")
                        .append(page.value(type, i));
            }
            log.add(line.toString());
        }
    }

    /** What was asked for activities, and what the rows say. */
    synchronized void activities(LocalDay day, ActivityRead read) {
        if (!on) {
            return;
        }
        read.statements().forEach(ran -> statement("agent_import", ran));
        RotatingLog log = log("agent_import");
        AgentActivities rows = read.activities();
        for (int row = 0; row < rows.size(); row++) {
            log.add(local(rows.start(row)) + "\tagent " + rows.agent(row) + "\tactivity " + rows.activity(row) + "\t"
                    + rows.seconds(row) + " s");
        }
    }

    /** Why a day could not be read. */
    synchronized void failed(LocalDay day, Set<QueuePath> queues, Exception cause) {
        if (!on) {
            return;
        }
        String line = day.date() + "\terror\t" + Causes.message(cause);
        queues.forEach(queue -> log(queue.toString()).add(line));
        if (queues.isEmpty()) {
            log("agent_import").add(line);
        }
    }

    private void statement(String name, RanStatement ran) {
        log(name)
                .add(ran.statement().text() + "\t" + ran.statement().parameters() + "\t" + ran.rows() + " rows, "
                        + ran.millis() + " ms");
    }

    private String local(long epochSecond) {
        return Instant.ofEpochSecond(epochSecond).atZone(zone).toLocalDateTime().toString();
    }

    private RotatingLog log(String name) {
        return logs.computeIfAbsent(
                name,
                n -> new RotatingLog(
                        directory.resolve(CsvFolder.fileName(system + "_" + n) + ".log"), zone, kibibytes));
    }

    @Override
    public synchronized void close() {
        logs.values().forEach(RotatingLog::close);
        logs.clear();
    }
}
