package io.xlink.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plain passwords of isps_Ul.ini are encoded where they stand. */
class PasswordEncodingTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @TempDir
    Path conf;

    @Test
    void everyPlainPasswordIsEncodedAndNothingElseChanges() throws IOException {
        Path file = write(
                "; Größe",
                "[DB]",
                "1 = WFM,0,xlink,pläin, with comma   ; since March",
                "2=Other,0,u,4FA81C7720D1E6B3",
                "[CSV]",
                "ColumnNames=a;b",
                "Pwd=folder",
                "[Views]",
                "CallDataTable=v",
                "Pwd = \"secret one\"");

        PasswordEncoding.Result result = PasswordEncoding.run(conf);

        assertThat(result.encoded()).isEqualTo(2);
        assertThat(result.told())
                .containsExactly(
                        file + ":3: [DB] 1 is encoded now",
                        file
                                + ":4: [DB] 2 is left alone: it is no plain password, or looks like what Passcode.exe made",
                        file + ":10: [Views] Pwd is encoded now");
        List<String> lines = Files.readString(file, WINDOWS).lines().toList();
        assertThat(lines.get(2)).matches("1 = WFM,0,xlink,\\$\\$\\$:x1:\\S+   ; since March");
        assertThat(lines.get(9)).matches("Pwd = \\$\\$\\$:x1:\\S+");
        assertThat(Files.readString(file, WINDOWS).replaceAll("\\$\\$\\$:x1:\\S+", "*"))
                .isEqualTo(String.join(
                        "\r\n",
                        "; Größe",
                        "[DB]",
                        "1 = WFM,0,xlink,*   ; since March",
                        "2=Other,0,u,4FA81C7720D1E6B3",
                        "[CSV]",
                        "ColumnNames=a;b",
                        "Pwd=folder",
                        "[Views]",
                        "CallDataTable=v",
                        "Pwd = *",
                        ""));
        IniFile read = IniFile.read(file);
        assertThat(new Passcodes(conf).password(read.section("Views").orElseThrow()))
                .contains(new Secret("secret one"));
    }

    @Test
    void serversLogInWithWhatWasEncoded() throws IOException {
        Files.writeString(conf.resolve("isps.cfg"), "[IES System WFM]\nName=WFM\nUrl=iwfm://h\n");
        write("[DB]", "1=WFM,0,xlink,pläin, with comma");

        PasswordEncoding.run(conf);

        assertThat(Installation.read(conf).servers().get(0).password()).isEqualTo(new Secret("pläin, with comma"));
    }

    @Test
    void twiceChangesNothing() throws IOException {
        Path file = write("[DB]", "1=WFM,0,xlink,plain");
        PasswordEncoding.run(conf);
        byte[] once = Files.readAllBytes(file);

        PasswordEncoding.Result result = PasswordEncoding.run(conf);

        assertThat(result.encoded()).isZero();
        assertThat(result.told()).isEmpty();
        assertThat(Files.readAllBytes(file)).isEqualTo(once);
    }

    private Path write(String... lines) throws IOException {
        return Files.write(conf.resolve("isps_Ul.ini"), (String.join("\r\n", lines) + "\r\n").getBytes(WINDOWS));
    }
}
