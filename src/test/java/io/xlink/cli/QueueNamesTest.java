package io.xlink.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.model.Catalogue;
import io.xlink.model.Target;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names hold the characters that separate them, too. */
class QueueNamesTest {
    private static final QueueNames NAMES = new QueueNames(new Catalogue(
            "WFM",
            List.of(
                    new Catalogue.Queue(1, 0, "A"),
                    new Catalogue.Queue(2, 1, "B/C"),
                    new Catalogue.Queue(3, 1, "B"),
                    new Catalogue.Queue(4, 3, "C"),
                    new Catalogue.Queue(5, 0, "D:E")),
            List.of(new Catalogue.ValueType(1, "Calls"), new Catalogue.ValueType(2, "E:Calls")),
            List.of(),
            List.of(),
            List.of(),
            false));

    @Test
    void findsATargetByTheNamesFromTheTop() {
        assertThat(NAMES.targets("WFM", "A/B:Calls")).containsExactly(new Target("WFM", 1, 3, 1));
        assertThat(NAMES.targets("WFM", "A:Calls")).containsExactly(new Target("WFM", 0, 1, 1));
        assertThat(NAMES.targets("WFM", "D:E:Calls")).containsExactly(new Target("WFM", 0, 5, 1));
        assertThat(NAMES.targets("WFM", "B:Calls")).isEmpty();
    }

    @Test
    void findsAllThatAreWrittenTheSame() {
        assertThat(NAMES.targets("WFM", "A/B/C:Calls"))
                .containsExactly(new Target("WFM", 1, 2, 1), new Target("WFM", 3, 4, 1));
    }
}
