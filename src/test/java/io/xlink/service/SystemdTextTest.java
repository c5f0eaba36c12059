package io.xlink.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words as systemd.syntax(7) and systemd.service(5) want them. */
class SystemdTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "/srv/x            | /srv/x              | \"/srv/x\"              | \"/srv/x\"",
                "/srv/my x         | /srv/my x           | \"/srv/my x\"           | \"/srv/my x\"",
                "/srv/50%n         | /srv/50%%n          | \"/srv/50%%n\"          | \"/srv/50%%n\"",
                "/srv/$HOME        | /srv/$HOME          | \"/srv/$HOME\"          | \"/srv/$$HOME\"",
                "/srv/a\"b         | /srv/a\"b           | \"/srv/a\\\"b\"         | \"/srv/a\\\"b\"",
                "/srv/a\\b         | /srv/a\\b           | \"/srv/a\\\\b\"         | \"/srv/a\\\\b\"",
                "/srv/it's         | /srv/it's           | \"/srv/it's\"           | \"/srv/it's\"",
            })
    void isQuoted(String path, String line, String word, String argument) {
        assertThat(SystemdText.line(path)).isEqualTo(line);
        assertThat(SystemdText.word(path)).isEqualTo(word);
        assertThat(SystemdText.argument(path)).isEqualTo(argument);
    }
}
