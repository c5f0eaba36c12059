package io.xlink.importer.ledger;

import io.xlink.model.ImportKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What the ledger says of an import, without the lists, which {@link LedgerReader} gives apart.
 *
 * @param id ascends with every import of the installation
 * @param started when the last attempt began
 * @param ended when it ended; empty as long as it runs
 * @param attempts how often it was tried, from 1
 * @param days local days that it is about
 * @param files how many files were read
 * @param statements how many statements were asked
 * @param rows rows that were read
 * @param rejected rows of them that are not part of the figures
 * @param stored interval values or activities that the servers stored
 * @param refused those that they did not
 * @param notComputed interval values that scripts could not compute
 * @param mapping tells one state of the mappings and scripts from another
 * @param error why it failed
 */
public record Entry(
        long id,
        String system,
        ImportKind kind,
        Origin origin,
        State state,
        Instant started,
        Optional<Instant> ended,
        int attempts,
        SortedSet<LocalDate> days,
        long files,
        long statements,
        long rows,
        long rejected,
        long stored,
        long refused,
        long notComputed,
        String mapping,
        Optional<String> error) {}
