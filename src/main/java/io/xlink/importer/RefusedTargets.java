package io.xlink.importer;

import io.xlink.model.Import;
import io.xlink.model.QueueImport;
import io.xlink.model.Receipt;
import io.xlink.model.Receipt.RejectedColumn;
import io.xlink.model.Target;
import io.xlink.model.ValueColumn;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The targets of an import of call data of which their server stored nothing on any day, and why. */
final class RefusedTargets {
    private final Map<Target, String> reasons;

    private RefusedTargets(Map<Target, String> reasons) {
        this.reasons = reasons;
    }

    private record Column(int queue, int valueType) {}

    /** @param sent what the receipts are for; only that of call data counts */
    static RefusedTargets of(List<?> sent, List<Receipt> receipts) {
        // A receipt does not name the server, and each server has ids of its own.
        Map<UUID, QueueImport> imports = sent.stream()
                .filter(QueueImport.class::isInstance)
                .map(QueueImport.class::cast)
                .collect(Collectors.toMap(Import::id, Function.identity()));
        Map<Target, String> reasons = new HashMap<>();
        Set<Target> stored = new HashSet<>();
        for (Receipt receipt : receipts) {
            QueueImport one = imports.get(receipt.importId());
            if (one == null) {
                continue;
            }
            Map<Column, String> refused = new HashMap<>();
            for (Receipt.Rejected rejected : receipt.rejected()) {
                if (rejected instanceof RejectedColumn column) {
                    refused.put(new Column(column.queue(), column.valueType()), column.reason());
                }
            }
            for (ValueColumn column : one.columns()) {
                Target target = new Target(one.server(), column.parent(), column.queue(), column.valueType());
                String reason = refused.get(new Column(column.queue(), column.valueType()));
                if (reason == null) {
                    stored.add(target);
                } else {
                    reasons.putIfAbsent(target, reason);
                }
            }
        }
        reasons.keySet().removeAll(stored);
        return new RefusedTargets(reasons);
    }

    /** Why nothing of a file is stored that contributes to these and no others; empty when something may be. */
    Optional<String> reason(Set<Target> targets) {
        return !targets.isEmpty() && reasons.keySet().containsAll(targets)
                ? targets.stream().findFirst().map(reasons::get)
                : Optional.empty();
    }

    /** The files of which nothing is stored, with the reason. */
    Map<FileStamp, String> files(BatchRead read) {
        Map<FileStamp, String> files = new HashMap<>();
        read.files().forEach(one -> reason(one.targets()).ifPresent(reason -> files.put(one.file(), reason)));
        return files;
    }
}
