package io.xlink.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Passwords are told apart by their form, and plain ones are worth a word. */
class PasswordAdviceTest {
    @TempDir
    Path conf;

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "change-me ~ PLAIN",
                "correct-horse-7! ~ PLAIN",
                "$$ ~ PLAIN",
                "$$$ ~ PLAIN",
                "12345678 ~ PLAIN",
                "deadbeef ~ PLAIN",
                "CorrectHorseBatteryStaple ~ PLAIN",
                "<password> ~ PLAIN",
                "$$$:x1:AbC ~ ENCODED",
                "$$$:x1: ~ ENCODED",
                "$$$:x2:AbC ~ NEWER",
                "$$$:x: ~ OLD",
                "$$$:X1:abc ~ OLD",
                "$$$: ~ OLD",
                "$$$:4fa81c ~ OLD",
                "<password from generator> ~ PLACEHOLDER",
                "<Password From Generator> ~ PLACEHOLDER",
                "4FA81C7720D1E6B3 ~ MAYBE_OLD",
                "0123456789abcdef01234567 ~ MAYBE_OLD",
                "0123456789abcdef0 ~ PLAIN",
                "4FA81c7720d1e6b3 ~ PLAIN",
                "q83vEjRWeJCrze8SNFZ4kA== ~ MAYBE_OLD",
                "q83vEjRWeJCrze8SNFZ4kKvN ~ MAYBE_OLD",
                "q83vEjRWeJCrze8SNFZ4kKv! ~ PLAIN",
            })
    void tellsForms(String text, PasswordForm form) {
        assertThat(PasswordForm.of(text)).isEqualTo(form);
    }

    @Test
    void recommendsToEncode() throws IOException {
        Path file = Files.writeString(conf.resolve("ISPS_UL.INI"), """
                [db]
                1=WFM,0,u,Canary,1
                2=WFM,0,u,4FA81C7720D1E6B3
                3=WFM,0,u,$$$:x1:abc
                4=WFM,0,u
                5=WFM,0,u,
                6=WFM,0,u,"$$$:x1:abc"
                [General]
                Password=no
                [Views 1]
                Password=Canary
                Pwd=Canary
                [Views2]
                Pwd=$$$:x1:abc
                Password=
                [CSV]
                """);

        String command = ". Run ./xlink passcode --conf " + conf;
        assertThat(PasswordAdvice.of(IniFile.read(file)))
                .allMatch(advice -> advice.file().equals(file))
                .extracting(advice -> advice.line() + ": " + advice.what() + ". " + advice.remedy())
                .containsExactly(
                        "2: [db] 1: the password stands in plain text" + command + " and put what it prints there",
                        "3: [db] 2: the password is used as it stands, but looks like what Passcode.exe made. If it is"
                                + " that: Run ./xlink passcode --conf " + conf + " and put what it prints there",
                        "12: [Views 1] Pwd: the password stands in plain text" + command
                                + " --section \"Views 1\" and put what it prints there",
                        "11: [Views 1] Password is not used, because Pwd stands in line 12. Remove one of them");
    }
}
