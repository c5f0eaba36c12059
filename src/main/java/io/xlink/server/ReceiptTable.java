package io.xlink.server;

import com.google.protobuf.InvalidProtocolBufferException;
import io.xlink.model.Receipt;
import io.xlink.server.page.StoredReceipt;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The receipts of past imports, by which a retry is recognised. Belongs to one connection and one thread at a time. */
final class ReceiptTable {
    /** Longer than any client keeps trying. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final PreparedStatement select;
    private final PreparedStatement insert;
    private final PreparedStatement prune;

    ReceiptTable(Connection connection) throws SQLException {
        select = connection.prepareStatement("select receipt from receipts where import_id = ?");
        insert = connection.prepareStatement("insert into receipts(import_id, stored_at, receipt) values(?, ?, ?)");
        prune = connection.prepareStatement("delete from receipts where stored_at < ?");
    }

    Optional<Receipt> find(UUID id) throws SQLException {
        select.setBytes(1, bytes(id));
        try (ResultSet result = select.executeQuery()) {
            return result.next() ? Optional.of(decode(id, result.getBytes(1))) : Optional.empty();
        }
    }

    void add(Receipt receipt, Instant now) throws SQLException {
        insert.setBytes(1, bytes(receipt.importId()));
        insert.setLong(2, now.getEpochSecond());
        insert.setBytes(3, encode(receipt));
        insert.executeUpdate();
    }

    /** Forgets receipts that are older than 30 days. */
    void prune(Instant now) throws SQLException {
        prune.setLong(1, now.minus(KEPT).getEpochSecond());
        prune.executeUpdate();
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static byte[] encode(Receipt receipt) {
        StoredReceipt.Builder stored = StoredReceipt.newBuilder().setStored(receipt.stored());
        for (Receipt.Rejected rejected : receipt.rejected()) {
            StoredReceipt.Rejection.Builder entry =
                    stored.addRejectedBuilder().setValues(rejected.values()).setReason(rejected.reason());
            if (rejected instanceof Receipt.RejectedActivities activities) {
                entry.setAgent(activities.agent()).setActivity(activities.activity());
            } else if (rejected instanceof Receipt.RejectedColumn column) {
                entry.setQueue(column.queue()).setValueType(column.valueType());
            }
        }
        return stored.build().toByteArray();
    }

    private static Receipt decode(UUID id, byte[] bytes) {
        try {
            StoredReceipt stored = StoredReceipt.parseFrom(bytes);
            return new Receipt(
                    id,
                    stored.getStored(),
                    stored.getRejectedList().stream().map(ReceiptTable::decode).toList());
        } catch (InvalidProtocolBufferException e) {
            throw new StoreException("The receipt of import " + id + " cannot be read. Restore a backup", e);
        }
    }

    private static Receipt.Rejected decode(StoredReceipt.Rejection entry) {
        return entry.getAgent().isEmpty()
                ? new Receipt.RejectedColumn(
                        entry.getQueue(), entry.getValueType(), entry.getValues(), entry.getReason())
                : new Receipt.RejectedActivities(
                        entry.getAgent(), entry.getActivity(), entry.getValues(), entry.getReason());
    }
}
