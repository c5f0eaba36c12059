package io.xlink.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** List values (specification, section 3): {@code ;} separates outside parentheses and quotations. */
class IniListTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "x;y;z ~ x|y|z",
                "x;y; ~ x|y",
                "x ; y ~ x|y",
                "x;;z ~ x||z",
                "Kid's corner;Sales;Bob's desk ~ Kid's corner|Sales|Bob's desk",
                "'s-Hertogenbosch;Den Haag ~ 's-Hertogenbosch|Den Haag",
                "Sales (north;South ~ Sales (north|South",
                "a);(b;c) ~ a)|(b;c)",
                "IF(a > 0;1;0);b ~ IF(a > 0;1;0)|b",
                "IF(a = ')';1;0);b ~ IF(a = ')';1;0)|b",
                "ApplicationID;\"Name;x\" ~ ApplicationID|\"Name;x\"",
                "1 ~ 1",
                "; ~ ``",
            })
    void splits(String value, String expected) {
        assertThat(String.join("|", IniValue.list(value))).isEqualTo(expected);
    }
}
