package io.xlink.importer;

import io.xlink.model.ActivityImport;
import java.util.List;
import java.util.Set;

/**
 * Files of activities that are imported as one, and what is to be delivered of them.
 *
 * @param files the files, in the order in which they count
 * @param imports one for each day and server, by day
 * @param due what is due no longer once there are receipts; empty when rows say themselves how long activities lasted
 * @param leftOut activities without length or shorter than {@code MinimumActivityDuration}
 * @param tooLong activities that no other one ended within 366 days
 */
record ActivityBatch(
        List<ActivityFile> files, List<ActivityImport> imports, Set<AgentDay> due, long leftOut, long tooLong) {
    ActivityBatch {
        files = List.copyOf(files);
        imports = List.copyOf(imports);
        due = Set.copyOf(due);
    }

    long rowsRead() {
        return files.stream().mapToLong(file -> file.result().rowsRead()).sum();
    }

    /** Rows that say something about an agent and a day. */
    long rowsUnderstood() {
        return files.stream()
                .mapToLong(file -> file.result().activities().size())
                .sum();
    }

    /** Rows that were broken, or of an activity that is not listed. */
    long rowsRejected() {
        return files.stream()
                .mapToLong(file -> file.result().rowsRejected() + file.result().rowsUnlisted())
                .sum();
    }
}
