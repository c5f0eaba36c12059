package io.xlink.importer;

import io.xlink.model.QueuePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Queues with their value types as lines, one a node, indented by two blanks a level. */
final class TreeLines {
    private TreeLines() {}

    static List<String> of(Collection<QueuePath> queues, List<String> valueTypes) {
        List<String> lines = new ArrayList<>();
        List<String> open = List.of();
        for (QueuePath queue : queues) {
            int level = 0;
            for (String part : queue.parts()) {
                if (level >= open.size()
                        || !open.subList(0, level + 1).equals(queue.parts().subList(0, level + 1))) {
                    lines.add("  ".repeat(level) + part);
                }
                level++;
            }
            open = queue.parts();
            String indent = "  ".repeat(level);
            valueTypes.forEach(type -> lines.add(indent + type));
        }
        return lines;
    }
}
