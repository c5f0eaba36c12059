package io.xlink.importer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The end of an import of call data that is added to what was imported before. */
final class SummedCallEnding implements ImportEnding {
    private final String system;
    private final FileContributions contributions;
    private final Map<FileStamp, Contribution> added;

    SummedCallEnding(String system, FileContributions contributions, Map<FileStamp, Contribution> added) {
        this.system = system;
        this.contributions = contributions;
        this.added = new LinkedHashMap<>(added);
    }

    /**
     * Files of one content share its fate. A content that takes the place of an earlier one is never refused, because
     * the servers have the sums without the earlier one.
     */
    @Override
    public Map<FileStamp, String> refused(BatchRead read, RefusedTargets refused) {
        Map<String, String> contents = new HashMap<>();
        refused.files(read)
                .forEach((file, reason) -> contents.put(added.get(file).content(), reason));
        Set<String> replacing = new HashSet<>();
        Map<FileStamp, String> files = new LinkedHashMap<>();
        for (FileStamp file : read.stamps()) {
            Contribution one = added.get(file);
            if (contents.containsKey(one.content())) {
                files.put(file, contents.get(one.content()));
                if (contributions.replaces(system, one)) {
                    replacing.add(one.content());
                }
            }
        }
        files.keySet().removeIf(file -> replacing.contains(added.get(file).content()));
        return files;
    }

    /**
     * Kept when the servers have the sums, and before the files are recorded as imported. After a crash before that the
     * files are read once more, and the same sums replace themselves. After a crash between the two their contents are known:
     * they are not read, nothing is sent, and they are recorded. The other order would lose them: recorded and not kept,
     * they would be missing from the next sum.
     */
    @Override
    public void received(BatchRead read, Delivery delivery) {
        CallEnding.requireAny(read, delivery);
        contributions.keep(system, read.stamps().stream().map(added::get).toList());
    }

    @Override
    public void log(BatchRead read, Delivery delivery) {
        DeliveryReport.log(read, delivery);
    }
}
