package io.xlink.iwfm.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30), 0.3);

    @Test
    void doublesUpToTheLongestDelay() {
        Random none = new Random() {
            private static final long serialVersionUID = 1L;

            @Override
            public double nextDouble() {
                return 0;
            }
        };
        assertThat(BACKOFF.delay(1, none)).hasMillis(500);
        assertThat(BACKOFF.delay(2, none)).hasMillis(1000);
        assertThat(BACKOFF.delay(6, none)).hasMillis(16_000);
        assertThat(BACKOFF.delay(7, none)).hasMillis(30_000);
        assertThat(BACKOFF.delay(Integer.MAX_VALUE, none)).hasMillis(30_000);
    }

    @Test
    void chanceTakesAwayAtMostTheJitter() {
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            assertThat(BACKOFF.delay(1, random)).isBetween(Duration.ofMillis(350), Duration.ofMillis(500));
        }
    }

    @Test
    void impossibleValuesAreRefused() {
        assertThatThrownBy(() -> new Backoff(Duration.ZERO, Duration.ofSeconds(1), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(1), Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
