package io.xlink.source.odbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.config.IniSection;
import io.xlink.config.IniSections;
import io.xlink.config.Secret;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes to the driver manager, and what comes back from drivers without the password. */
class ConnectionTextTest {
    private static DataSource own(String lines) {
        IniSection section = IniSections.of(Path.of("odbc.ini"), "[CMS]\n" + lines);
        return new DataSource(
                "CMS",
                Optional.of(section.file()),
                1,
                section.text("Driver").orElse(""),
                Optional.empty(),
                Optional.of(Attributes.of(section)),
                true);
    }

    private static final DataSource MACHINES = new DataSource(
            "CMS}2", Optional.of(Path.of("/etc/odbc.ini")), 1, "d", Optional.empty(), Optional.empty(), false);

    @Test
    void ofTheMachinesDefinitionsOnlyTheNameIsGiven() {
        ConnectionText text =
                new ConnectionText(MACHINES, Attributes.NONE, Optional.of("u"), Optional.of(new Secret("a;b}c")));
        assertThat(text.reveal().toString()).isEqualTo("DSN={CMS}}2};UID=u;PWD={a;b}}c};");
        assertThat(text.toString()).isEqualTo("***");
        assertThat(new ConnectionText(MACHINES, Attributes.NONE, Optional.empty(), Optional.empty())
                        .reveal()
                        .toString())
                .isEqualTo("DSN={CMS}}2};");
    }

    @Test
    void ourOwnDefinitionsAreWrittenOutWithTheSectionsLogin() {
        DataSource source = own("Description=x\nDriver=CMS Driver\nServer=h\nUser=old\nPassword=older-1\nOption=1 2\n");
        assertThat(new ConnectionText(source, Attributes.NONE, Optional.of("u"), Optional.of(new Secret("p")))
                        .reveal()
                        .toString())
                .isEqualTo("DRIVER=CMS Driver;Server=h;Option=1 2;UID=u;PWD=p;");
        ConnectionText without = new ConnectionText(source, Attributes.NONE, Optional.empty(), Optional.empty());
        assertThat(without.reveal().toString())
                .isEqualTo("DRIVER=CMS Driver;Server=h;User=old;Password=older-1;Option=1 2;");
        assertThat(without.cleaned("no older-1 here")).isEqualTo("no *** here");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "Canary}7 ~ cannot use DSN=x;PWD={Canary}}7};UID=u ~ cannot use DSN=x;PWD=***;UID=u",
                "Canary}7 ~ password 'CANARY}7' is wrong ~ password '***' is wrong",
                "Canary;}7 ~ cut off: PWD={Canary;}} ~ cut off: PWD=***",
                "Canary  7 ~ two blanks in Canary  7 ~ two blanks in ***",
                "Canary}7 ~ pwd = Canary;x ~ pwd = ***;x",
                "a ~ failed login with \"a\" ~ failed login with \"***\"",
                "a ~ password=a, authentication failed ~ password=***",
                "x ~ password authentication failed ~ password authentication failed",
                "$1\\ ~ said $1\\ twice ~ said *** twice",
            })
    void driversDoNotRepeatThePassword(String password, String said, String told) {
        ConnectionText text =
                new ConnectionText(MACHINES, Attributes.NONE, Optional.of("u"), Optional.of(new Secret(password)));
        assertThat(text.cleaned(said)).isEqualTo(told);
    }
}
