package io.xlink.server;

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
import java.util.List;
import java.util.Optional;

/** Stores imports, all or none of those it is given at once. Belongs to the writer's thread. */
final class ImportTransaction {
    private static final Duration BETWEEN_PRUNING = Duration.ofHours(1);

    private final CatalogueCheck check;
    private final Clock clock;
    private final PreparedStatement begin;
    private final PreparedStatement commit;
    private final PreparedStatement rollback;
    private final CallDataTable callData;
    private final ReceiptTable receipts;
    private Instant nextPruning = Instant.MIN;

    ImportTransaction(Connection connection, CatalogueCheck check, Clock clock) throws SQLException {
        this.check = check;
        this.clock = clock;
        // Takes the write lock at once: a transaction that first reads may find that it can no longer write.
        begin = connection.prepareStatement("begin immediate");
        commit = connection.prepareStatement("commit");
        rollback = connection.prepareStatement("rollback");
        callData = new CallDataTable(connection);
        receipts = new ReceiptTable(connection);
    }

    /**
     * Stores imports in their order, durably when this returns.
     *
     * @return the receipts in the same order; for an id that was stored before, the receipt of then
     */
    List<Receipt> store(List<QueueImport> imports) throws SQLException {
        begin.execute();
        try {
            Instant now = clock.instant();
            if (!now.isBefore(nextPruning)) {
                receipts.prune(now);
            }
            List<Receipt> done = new ArrayList<>(imports.size());
            for (QueueImport queueImport : imports) {
                done.add(store(queueImport, now));
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

    private Receipt store(QueueImport queueImport, Instant now) throws SQLException {
        Optional<Receipt> before = receipts.find(queueImport.id());
        if (before.isPresent()) {
            return before.get();
        }
        long stored = 0;
        List<Receipt.Rejected> rejected = new ArrayList<>();
        for (ValueColumn column : queueImport.columns()) {
            Optional<String> refusal = check.refusal(queueImport, column);
            if (refusal.isPresent()) {
                rejected.add(new Receipt.Rejected(column.queue(), column.valueType(), column.size(), refusal.get()));
            } else if (column.size() > 0) {
                callData.replace(column);
                stored += column.size();
            }
        }
        Receipt receipt = new Receipt(queueImport.id(), stored, rejected);
        receipts.add(receipt, now);
        return receipt;
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
