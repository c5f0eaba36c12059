package io.xlink;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** A test without what it needs is skipped on a developer's machine, and fails where everything is installed. */
class NeedsTest {
    @Test
    void saysWhatToInstall() {
        assertThatCode(() -> Needs.judge(true, "odbc-x", true)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Needs.judge(false, "odbc-x", false))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("apt-get install odbc-x");
        assertThatThrownBy(() -> Needs.judge(false, "odbc-x", true))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("apt-get install odbc-x");
    }
}
