package io.xlink.source.odbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Short ways to numbers against those of Java. */
class DecimalsTest {
    private static ByteBuffer memory(String text) {
        return ByteBuffer.wrap(("9" + text + "9").getBytes(StandardCharsets.US_ASCII));
    }

    private static void same(String text, String told) {
        ByteBuffer memory = memory(text);
        BigDecimal exact = new BigDecimal(text.replace(',', '.'));
        assertThat(Decimals.toDecimal(memory, 1, text.length())).as(told).isEqualTo(exact);
        assertThat(Decimals.toDouble(memory, 1, text.length()) + 0.0).as(told).isEqualTo(exact.doubleValue());
        long whole = Decimals.toWhole(memory, 1, text.length());
        if (whole != Decimals.NOT_SHORT) {
            assertThat(BigInteger.valueOf(whole)).as(told).isEqualTo(exact.toBigInteger());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "0.0",
                "7",
                "-7",
                "12,50",
                "0.1",
                "123.4500000000000000",
                "9007199254740992",
                "9007199254740993",
                "0.30000000000000000000004",
                "100000000000000000000",
                "999999999999999999",
                "1000000000000000000",
                "-9223372036854775808",
                "0.0000000000000000000001",
                "0.00000000000000000000001",
                "1e5",
                "5.",
                ".5",
                "-.5",
                "90071992547409930.1",
                "1234567890123456.7890"
            })
    void theseAreReadAsJavaReadsThem(String text) {
        same(text, text);
    }

    @Test
    void soAreRandomOnes() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "-" : "");
            digits(random, text, 1 + random.nextInt(20));
            if (random.nextBoolean()) {
                text.append(random.nextInt(9) == 0 ? ',' : '.');
                digits(random, text, 1 + random.nextInt(24));
                text.append("0".repeat(random.nextInt(12)));
            }
            same(text.toString(), text + " with seed " + seed);
        }
    }

    private static void digits(Random random, StringBuilder text, int count) {
        for (int i = 0; i < count; i++) {
            text.append(random.nextInt(3) == 0 ? '0' : (char) ('0' + random.nextInt(10)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", ".", "x", "1.2.3", "1 2", "NaN", "--1"})
    void whatIsNoNumberIsRefused(String text) {
        assertThatThrownBy(() -> Decimals.toDecimal(memory(text), 1, text.length()))
                .isInstanceOf(NumberFormatException.class);
        assertThatThrownBy(() -> Decimals.toDouble(memory(text), 1, text.length()))
                .isInstanceOf(NumberFormatException.class);
        assertThat(Decimals.toWhole(memory(text), 1, text.length())).isEqualTo(Decimals.NOT_SHORT);
    }
}
