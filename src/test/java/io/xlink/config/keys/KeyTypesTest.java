package io.xlink.config.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a type allows, and what it says about the rest. */
class KeyTypesTest {
    private static final Map<String, KeyType> TYPES = Map.of(
            "number", new WholeNumber(1, 60),
            "flag", Flag.FLAG,
            "order", Choice.of("dmy", "mdy", "ymd"),
            "interval", Choice.of(15, 30, 60),
            "column", ColumnNumber.COLUMN,
            "separator", Separator.SEPARATOR,
            "zone", Zone.ZONE,
            "shift", Shift.SHIFT,
            "span", Span.SPAN,
            "text", FreeText.SQL);

    @ParameterizedTest
    @CsvSource({
        "number,1",
        "number,60",
        "number,+7",
        "flag,0",
        "flag,1",
        "flag,2",
        "order,dmy",
        "order,YMD",
        "interval,15",
        "interval,060",
        "column,0",
        "column,4096",
        "separator,0",
        "separator,3",
        "separator,|",
        "separator,'\t'",
        "zone,Europe/Berlin",
        "zone,+01:00",
        "shift,-3.5",
        "shift,06:30",
        "shift,Europe/Berlin",
        "shift,18",
        "span,90",
        "span,0",
        "span,OFF",
        "span,2h",
        "span,45 min",
        "span,366d",
        "text,;(",
    })
    void allows(String type, String value) {
        assertThat(TYPES.get(type).fault(value)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "number ~ 0 ~ is not a whole number from 1 to 60",
                "number ~ 61 ~ is not a whole number from 1 to 60",
                "number ~ 99999999999 ~ is not a whole number",
                "number ~ 1.5 ~ is not a whole number",
                "number ~ x ~ is not a whole number",
                "flag ~ yes ~ is neither 0 nor 1",
                "flag ~ -1 ~ is neither 0 nor 1",
                "order ~ dym ~ is not known",
                "interval ~ 20 ~ is not known",
                "column ~ 4097 ~ is not a whole number from 0 to 4096",
                "separator ~ ab ~ is no separator",
                "separator ~ 4 ~ is no separator",
                "separator ~ \" ~ is no separator",
                "zone ~ Berlin ~ is not a time zone",
                "shift ~ 19 ~ is more than 18 hours",
                "shift ~ 1.01 ~ is not a whole number of minutes",
                "span ~ -1 ~ is not a length of time",
                "span ~ 1.5h ~ is not a length of time",
                "span ~ 9999999 ~ is not a length of time",
                "span ~ 367d ~ is more than 366 days",
                "shift ~ Berlin ~ is neither an offset nor the name of a time zone",
            })
    void refuses(String type, String value, String what) {
        assertThat(TYPES.get(type).fault(value)).hasValueSatisfying(fault -> {
            assertThat(fault.what()).startsWith(what);
            assertThat(fault.remedy()).isNotBlank();
        });
    }
}
