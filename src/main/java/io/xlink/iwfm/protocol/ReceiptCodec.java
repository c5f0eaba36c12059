package io.xlink.iwfm.protocol;

import io.xlink.iwfm.wire.ImportReceipt;
import io.xlink.iwfm.wire.Rejection;
import io.xlink.iwfm.wire.ServerFrame;
import io.xlink.model.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** {@link Receipt} to the frames of an answer and back; many rejections take several frames. */
final class ReceiptCodec {
    private ReceiptCodec() {}

    static List<ServerFrame.Builder> toWire(Receipt receipt, int maxFrame) {
        List<ServerFrame.Builder> frames = new ArrayList<>();
        ImportReceipt.Builder part = part(receipt);
        int bytes = 0;
        for (Receipt.Rejected rejected : receipt.rejected()) {
            Rejection wire = toWire(rejected);
            if (bytes > maxFrame / 2) {
                frames.add(ServerFrame.newBuilder().setReceipt(part));
                part = part(receipt);
                bytes = 0;
            }
            part.addRejected(wire);
            bytes += wire.getSerializedSize();
        }
        frames.add(ServerFrame.newBuilder().setReceipt(part));
        return frames;
    }

    /** @param parts the frames of one answer, at least one */
    static Receipt fromWire(List<ImportReceipt> parts, UUID expected) throws MalformedException {
        List<Receipt.Rejected> rejected = new ArrayList<>();
        for (ImportReceipt part : parts) {
            for (Rejection r : part.getRejectedList()) {
                rejected.add(fromWire(r));
            }
        }
        ImportReceipt last = parts.get(parts.size() - 1);
        UUID id = ImportFrames.id(last.getImportId());
        if (!id.equals(expected) || last.getStored() < 0) {
            throw new MalformedException("a receipt for another import");
        }
        return new Receipt(id, last.getStored(), rejected);
    }

    private static Rejection toWire(Receipt.Rejected rejected) {
        Rejection.Builder wire =
                Rejection.newBuilder().setValues(rejected.values()).setReason(Protocol.plain(rejected.reason()));
        if (rejected instanceof Receipt.RejectedActivities activities) {
            wire.setAgent(activities.agent()).setActivity(activities.activity());
        } else if (rejected instanceof Receipt.RejectedColumn column) {
            wire.setQueue(column.queue()).setValueType(column.valueType());
        }
        return wire.build();
    }

    private static Receipt.Rejected fromWire(Rejection wire) {
        String reason = Protocol.plain(wire.getReason());
        return wire.getAgent().isEmpty()
                ? new Receipt.RejectedColumn(wire.getQueue(), wire.getValueType(), wire.getValues(), reason)
                : new Receipt.RejectedActivities(
                        Protocol.plain(wire.getAgent()), Protocol.plain(wire.getActivity()), wire.getValues(), reason);
    }

    private static ImportReceipt.Builder part(Receipt receipt) {
        return ImportReceipt.newBuilder()
                .setImportId(ImportFrames.id(receipt.importId()))
                .setStored(receipt.stored());
    }
}
