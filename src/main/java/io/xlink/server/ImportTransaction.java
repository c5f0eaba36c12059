package io.xlink.server;

import io.xlink.model.ActivityColumn;
import io.xlink.model.ActivityImport;
import io.xlink.model.Import;
import io.xlink.model.QueueImport;
import io.xlink.model.Receipt;
import io.xlink.model.ValueColumn;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Stores imports, all or none of those it is given at once. Belongs to the writer's thread. */
final class ImportTransaction {
    private static final Duration BETWEEN_PRUNING = Duration.ofHours(1);

    private final CatalogueCheck check;
    private final ActivityCheck activityCheck;
    private final Clock clock;
    private final PreparedStatement begin;
    private final PreparedStatement commit;
    private final PreparedStatement rollback;
    private final CallDataTable callData;
    private final ActivityTable activities;
    private final ReceiptTable receipts;
    private Instant nextPruning = Instant.MIN;

    ImportTransaction(Connection connection, CatalogueCheck check, ActivityCheck activityCheck, Clock clock)
            throws SQLException {
        this.check = check;
        this.activityCheck = activityCheck;
        this.clock = clock;
        // Takes the write lock at once: a transaction that first reads may find that it can no longer write.
        begin = connection.prepareStatement("begin immediate");
        commit = connection.prepareStatement("commit");
        rollback = connection.prepareStatement("rollback");
        callData = new CallDataTable(connection);
        activities = new ActivityTable(connection);
        receipts = new ReceiptTable(connection);
    }

    /**
     * Stores imports in their order, durably when this returns.
     *
     * @return the receipts in the same order; for an id that was stored before, the receipt of then
     */
    List<Receipt> store(List<? extends Import> imports) throws SQLException {
        begin.execute();
        try {
            Instant now = clock.instant();
            if (!now.isBefore(nextPruning)) {
                receipts.prune(now);
            }
            List<Receipt> done = new ArrayList<>(imports.size());
            for (Import what : imports) {
                done.add(store(what, now));
            }
            commit.execute();
            if (!now.isBefore(nextPruning)) {
                nextPruning = now.plus(BETWEEN_PRUNING);
            }
            return done;
        } catch (SQLException | RuntimeException | Error e) {
            rollBackAfter(e);
            throw e;
        }
    }

    private Receipt store(Import what, Instant now) throws SQLException {
        Optional<Receipt> before = receipts.find(what.id());
        if (before.isPresent()) {
            return before.get();
        }
        Receipt receipt =
                what instanceof QueueImport calls ? storeCallData(calls) : storeActivities((ActivityImport) what);
        receipts.add(receipt, now);
        return receipt;
    }

    private Receipt storeCallData(QueueImport queueImport) throws SQLException {
        long stored = 0;
        List<Receipt.Rejected> rejected = new ArrayList<>();
        for (ValueColumn column : queueImport.columns()) {
            Optional<String> refusal = check.refusal(queueImport, column);
            if (refusal.isPresent()) {
                rejected.add(
                        new Receipt.RejectedColumn(column.queue(), column.valueType(), column.size(), refusal.get()));
            } else if (column.size() > 0) {
                callData.replace(column);
                stored += column.size();
            }
        }
        return new Receipt(queueImport.id(), stored, rejected);
    }

    private Receipt storeActivities(ActivityImport what) throws SQLException {
        long stored = 0;
        List<Receipt.Rejected> rejected = new ArrayList<>();
        Map<String, List<ActivityColumn>> byAgent = what.columns().stream()
                .collect(Collectors.groupingBy(ActivityColumn::agent, LinkedHashMap::new, Collectors.toList()));
        for (Map.Entry<String, List<ActivityColumn>> agent : byAgent.entrySet()) {
            Optional<String> unknown = activityCheck.refusal(what, agent.getKey());
            if (unknown.isPresent()) {
                rejected.add(
                        new Receipt.RejectedActivities(agent.getKey(), "", values(agent.getValue()), unknown.get()));
                continue;
            }
            List<ActivityColumn> accepted = new ArrayList<>();
            for (ActivityColumn column : agent.getValue()) {
                activityCheck
                        .refusal(what, column)
                        .ifPresentOrElse(
                                reason -> rejected.add(new Receipt.RejectedActivities(
                                        column.agent(), column.activity(), column.size(), reason)),
                                () -> accepted.add(column));
            }
            // Of an agent about whom nothing is known for sure, nothing is thrown away either.
            if (!accepted.isEmpty()) {
                activities.replace(what, agent.getKey(), accepted);
                stored += values(accepted);
            }
        }
        return new Receipt(what.id(), stored, rejected);
    }

    private static long values(List<ActivityColumn> columns) {
        return columns.stream().mapToLong(ActivityColumn::size).sum();
    }

    private void rollBackAfter(Throwable failure) {
        try {
            rollback.execute();
        } catch (SQLException e) {
            // The engine has rolled back by itself, as it does when the disk is full.
            failure.addSuppressed(e);
        }
    }
}
