package io.xlink.importer;

import io.xlink.model.ActivityImport;
import java.util.List;
import java.util.Set;

/**
 * Files of activities that are imported as one, and what is to be delivered of them.
 *
 * @param read the files, in the order in which they count
 * @param imports one for each day and server, by day
 * @param due what is due no longer once there are receipts; empty when rows say themselves how long activities lasted
 * @param leftOut activities without length or shorter than {@code MinimumActivityDuration}
 * @param tooLong activities that no other one ended within 366 days
 */
record ActivityBatch(BatchRead read, List<ActivityImport> imports, Set<AgentDay> due, long leftOut, long tooLong) {
    ActivityBatch {
        imports = List.copyOf(imports);
        due = Set.copyOf(due);
    }
}
