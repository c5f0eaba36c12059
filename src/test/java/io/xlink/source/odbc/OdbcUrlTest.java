package io.xlink.source.odbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** URLs of the driver, and what is shown of them. */
class OdbcUrlTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "jdbc:odbc:Avaya CMS ~ Avaya CMS ~ [] ~ jdbc:odbc:Avaya CMS",
                "JDBC:ODBC:cms;Database=x;PWD={a;b} ~ cms ~ Database,PWD ~ jdbc:odbc:cms",
                "jdbc:odbc:DSN=cms;UID=u ~ cms ~ UID ~ jdbc:odbc:cms",
                "jdbc:odbc:Driver={My;Driver};Server=h;PWD=Canary-7f3a ~ '' ~ Driver,Server,PWD ~ jdbc:odbc:Driver=My;Driver",
            })
    void isReadAndShownWithoutPassword(String url, String name, String keys, String shown) throws SQLException {
        OdbcUrl parsed = OdbcUrl.parse(url);
        assertThat(parsed.name()).isEqualTo(name);
        assertThat(parsed.attributes().all())
                .extracting(Attributes.Attribute::key)
                .isEqualTo(keys.equals("[]") ? java.util.List.of() : java.util.List.of(keys.split(",")));
        assertThat(parsed).hasToString(shown);
        assertThat(parsed.attributes().toString()).doesNotContain("Canary");
    }

    @Test
    void bracesHoldSemicolonsAndBraces() throws SQLException {
        Attributes attributes =
                OdbcUrl.parse("jdbc:odbc:x; PWD = {a;b}}c} ;Port= 5 ;;Empty=").attributes();
        assertThat(attributes.value("pwd")).contains("a;b}c");
        assertThat(attributes.value("PORT")).contains("5");
        assertThat(attributes.value("Empty")).contains("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:odbc:",
                "jdbc:odbc:;Server=h",
                "jdbc:odbc:Server=h;PWD=Canary-7f3a",
                "jdbc:odbc:x;Canary-7f3a",
                "jdbc:odbc:x;PWD={Canary-7f3a"
            })
    void whatCannotBeReadIsToldWithoutItsText(String url) {
        assertThatThrownBy(() -> OdbcUrl.parse(url))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("Write jdbc:odbc:NAME or jdbc:odbc:Driver=...")
                .message()
                .doesNotContain("Canary");
    }

    @Test
    void otherUrlsAreOfOtherDrivers() {
        assertThat(OdbcUrl.isOne("jdbc:odbc:x")).isTrue();
        assertThat(OdbcUrl.isOne("jdbc:odbcx:x")).isFalse();
        assertThat(OdbcUrl.isOne(null)).isFalse();
    }
}
