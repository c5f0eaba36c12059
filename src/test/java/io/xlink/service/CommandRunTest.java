package io.xlink.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandRunTest {
    @Test
    void bothStreamsAndTheExitCodeAreKept() throws Exception {
        assertThat(CommandRun.of(List.of("sh", "-c", "echo out; echo err >&2; exit 7"), Duration.ofSeconds(10)))
                .isEqualTo(new CommandRun(7, "out\nerr"));
    }

    @Test
    void aProgramThatHangsIsEnded() {
        assertThatThrownBy(() -> CommandRun.of(List.of("sleep", "600"), Duration.ofMillis(200)))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("did not end within");
    }

    @Test
    void aProgramThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> CommandRun.of(List.of("no-such-program"), Duration.ofSeconds(10)))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("no-such-program");
    }
}
