package io.xlink.importer;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.model.QueueImport;
import io.xlink.model.Receipt;
import io.xlink.model.Receipt.RejectedColumn;
import io.xlink.model.Target;
import io.xlink.model.ValueColumn;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Of which targets servers stored nothing. */
class RefusedTargetsTest {
    private static final LocalDate DAY = LocalDate.of(2014, 12, 23);
    private static final Target KNOWN = new Target("WFM", 1, 1002, 1);
    private static final Target UNKNOWN = new Target("WFM", 1, 1003, 1);

    @Test
    void aFileIsRefusedWhenAllOfItsTargetsAre() {
        QueueImport sent = sent("WFM", DAY, 1002, 1003);
        RefusedTargets refused = RefusedTargets.of(List.of(sent), List.of(receipt(sent, 1003)));
        FileStamp first = file("first.csv");
        FileStamp second = file("second.csv");
        FileStamp third = file("third.csv");
        FileStamp fourth = file("fourth.csv");
        BatchRead read = BatchRead.of(
                Batches.folder("ACD"),
                List.of(
                        Batches.one(first, Set.of(KNOWN)),
                        Batches.one(second, Set.of(UNKNOWN)),
                        Batches.one(third, Set.of(KNOWN, UNKNOWN)),
                        Batches.one(fourth, Set.of())));
        assertThat(refused.files(read)).containsOnlyKeys(second).containsValue("1003 is unknown");
        assertThat(read.without(refused.files(read).keySet()).stamps()).containsExactly(first, third, fourth);
    }

    @Test
    void eachServerHasItsOwnIds() {
        QueueImport one = sent("WFM", DAY, 1003);
        QueueImport other = sent("Other", DAY, 1003);
        RefusedTargets refused = RefusedTargets.of(List.of(one, other), List.of(receipt(other), receipt(one, 1003)));
        assertThat(refused.reason(Set.of(UNKNOWN))).contains("1003 is unknown");
        assertThat(refused.reason(Set.of(new Target("Other", 1, 1003, 1)))).isEmpty();
    }

    @Test
    void whatIsStoredOnOneDayIsNotRefused() {
        QueueImport one = sent("WFM", DAY, 1002, 1003);
        QueueImport next = sent("WFM", DAY.plusDays(1), 1002, 1003);
        RefusedTargets refused =
                RefusedTargets.of(List.of(one, next), List.of(receipt(next, 1003), receipt(one, 1002, 1003)));
        assertThat(refused.reason(Set.of(KNOWN))).isEmpty();
        assertThat(refused.reason(Set.of(UNKNOWN))).contains("1003 is unknown");
    }

    private static FileStamp file(String name) {
        return new FileStamp(Path.of("/in", name), 10, 1, "key");
    }

    private static QueueImport sent(String server, LocalDate day, int... queues) {
        List<ValueColumn> columns = IntStream.of(queues)
                .mapToObj(queue -> new ValueColumn(1, queue, 1, 15, new int[] {0}, new long[] {100}))
                .toList();
        return new QueueImport(UUID.randomUUID(), server, "ACD", day, columns);
    }

    private static Receipt receipt(QueueImport sent, int... refused) {
        List<Receipt.Rejected> rejected = IntStream.of(refused)
                .<Receipt.Rejected>mapToObj(queue -> new RejectedColumn(queue, 1, 1, queue + " is unknown"))
                .toList();
        return new Receipt(sent.id(), sent.values() - refused.length, rejected);
    }
}
