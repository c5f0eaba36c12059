package io.xlink.source.sql;

import io.xlink.model.QueuePath;
import java.util.List;

/**
 * A row of {@code QueueMappingSQL}.
 *
 * @param queue the queue of the tree
 * @param ids what stands for it in the data table, one for each column of {@code QueueNameColumn}
 */
record MappedQueue(QueuePath queue, List<String> ids) {
    MappedQueue {
        ids = List.copyOf(ids);
    }
}
