package io.xlink.source.csv;

import io.xlink.model.QueuePath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The queues of a file, numbered from 0: the groups that {@code Groups} lists or, when it is empty, those that the file
 * holds; with {@code SubGroupColumn} combined with the sub groups in the same way (specification, section 4).
 */
final class QueueNames {
    static final int NOT_TAKEN = -1;

    /** More names than that are call ids or agents, not queues. */
    private static final int LIMIT = 50_000;

    /** What stands for bytes that are not valid in the file's character set. */
    static final char DAMAGE = '\uFFFD';

    private static final String DAMAGED_NAME =
            "the name of the queue has bytes that are not valid in the file's character set";
    private static final String EMPTY_NAME = "the name of the queue is empty";

    private final Path file;
    private final int groupColumn;
    private final int subGroupColumn;
    private final NameTable groups = new NameTable();
    private final NameTable subGroups = new NameTable();
    private final boolean anyGroup;
    private final boolean anySubGroup;
    private final List<QueuePath> queues = new ArrayList<>();
    /** By group and sub group the queue's number plus 1, or 0. */
    private int[][] numbers = new int[64][];

    QueueNames(Path file, CsvCallFormat format) {
        this.file = file;
        groupColumn = format.columns().group();
        subGroupColumn = format.columns().subGroup();
        anyGroup = format.groups().isEmpty();
        anySubGroup = format.subGroups().isEmpty();
        format.groups().forEach(name -> groups.add(name.toCharArray(), 0, name.length()));
        format.subGroups().forEach(name -> subGroups.add(name.toCharArray(), 0, name.length()));
    }

    /** All queues that were found, in the order of their numbers. */
    List<QueuePath> all() {
        return List.copyOf(queues);
    }

    /** The number of the row's queue, or {@link #NOT_TAKEN} after having told the rejections why. */
    int find(Row row, Rejections rejections) {
        int group = 0;
        if (groupColumn >= 0) {
            group = name(groups, anyGroup, row, groupColumn);
            if (group < 0 && isDamaged(row, groupColumn)) {
                rejections.broken(row, groupColumn, DAMAGED_NAME);
                return NOT_TAKEN;
            }
            if (group < 0) {
                reject(row, groupColumn, anyGroup, "Groups", rejections);
                return NOT_TAKEN;
            }
        }
        int subGroup = 0;
        if (subGroupColumn >= 0) {
            subGroup = name(subGroups, anySubGroup, row, subGroupColumn);
            if (subGroup < 0 && isDamaged(row, subGroupColumn)) {
                rejections.broken(row, subGroupColumn, DAMAGED_NAME);
                return NOT_TAKEN;
            }
            if (subGroup < 0) {
                reject(row, subGroupColumn, anySubGroup, "SubGroups", rejections);
                return NOT_TAKEN;
            }
        }
        int known = known(group, subGroup);
        return known >= 0 ? known : add(group, subGroup, row);
    }

    /** The number of a queue that another part of the file has, or {@link #NOT_TAKEN} when there are too many. */
    int adopt(QueuePath queue) {
        int group = groupColumn < 0 ? 0 : number(groups, queue.parts().get(0));
        int subGroup = subGroupColumn < 0 ? 0 : number(subGroups, queue.parts().get(1));
        int known = known(group, subGroup);
        if (known >= 0) {
            return known;
        }
        return queues.size() == LIMIT ? NOT_TAKEN : put(queue, group, subGroup);
    }

    private static int number(NameTable names, String name) {
        char[] chars = name.toCharArray();
        int number = names.find(chars, 0, chars.length);
        return number >= 0 ? number : names.add(chars, 0, chars.length);
    }

    private int known(int group, int subGroup) {
        if (group < numbers.length) {
            int[] bySubGroup = numbers[group];
            if (bySubGroup != null && subGroup < bySubGroup.length) {
                return bySubGroup[subGroup] - 1;
            }
        }
        return NOT_TAKEN;
    }

    private static int name(NameTable names, boolean any, Row row, int column) {
        int from = row.from(column);
        int to = row.to(column);
        int number = names.find(row.chars(), from, to);
        return number < 0 && any && from < to && !isDamaged(row, column) ? names.add(row.chars(), from, to) : number;
    }

    /** Whether a byte of the name is not valid in the file's character set: it would become another queue. */
    private static boolean isDamaged(Row row, int column) {
        for (int i = row.from(column); i < row.to(column); i++) {
            if (row.chars()[i] == DAMAGE) {
                return true;
            }
        }
        return false;
    }

    private void reject(Row row, int column, boolean any, String list, Rejections rejections) {
        if (any) {
            rejections.broken(row, column, EMPTY_NAME);
        } else if (column == groupColumn) {
            rejections.unlisted(row, column, row.chars(), row.from(column), row.to(column), list);
        } else {
            char[] path = QueuePath.of(row.text(groupColumn), row.text(column))
                    .toString()
                    .toCharArray();
            rejections.unlisted(row, column, path, 0, path.length, list);
        }
    }

    private int add(int group, int subGroup, Row row) {
        if (queues.size() == LIMIT) {
            throw new CsvRefusedException(
                    file,
                    row.line(),
                    groupColumn + 1,
                    "the file holds more than " + LIMIT + " different queues",
                    "Check GroupColumn and SeparatorCharacter, or list the queues in Groups");
        }
        String name = groups.name(group);
        QueuePath queue = subGroupColumn < 0 ? QueuePath.of(name) : QueuePath.of(name, subGroups.name(subGroup));
        return put(queue, group, subGroup);
    }

    private int put(QueuePath queue, int group, int subGroup) {
        queues.add(queue);
        if (group >= numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.max(group + 1, 2 * numbers.length));
        }
        int[] bySubGroup = numbers[group] == null ? new int[subGroup + 1] : numbers[group];
        if (subGroup >= bySubGroup.length) {
            bySubGroup = Arrays.copyOf(bySubGroup, Math.max(subGroup + 1, 2 * bySubGroup.length));
        }
        bySubGroup[subGroup] = queues.size();
        numbers[group] = bySubGroup;
        return queues.size() - 1;
    }
}
