package io.xlink.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Passwords come back only where, and only with the key that, they were encoded for. */
class PasscodesTest {
    private static final String PASSWORD = "Canary-7f3a";
    private static final String DAMAGED = "is damaged, or was encoded for a section of another name";

    @TempDir
    Path conf;

    private Passcodes passcodes;

    @BeforeEach
    void fresh() {
        passcodes = new Passcodes(conf, null);
    }

    static List<String> passwords() {
        String printable =
                IntStream.rangeClosed(' ', '~').mapToObj(Character::toString).collect(Collectors.joining());
        List<String> passwords = new ArrayList<>(List.of(
                printable,
                "a,b;c \"d\" ;e 'f'",
                "\"in quotes\"",
                " blanks ",
                "$$$:x1:abc",
                "Grüße, ÄÖÜß €",
                "пароль",
                "\ud83d\udd11",
                "x".repeat(Passcodes.MAX_LENGTH)));
        printable.chars().mapToObj(Character::toString).forEach(passwords::add);
        return passwords;
    }

    @ParameterizedTest
    @MethodSource("passwords")
    void everyPasswordComesBackThroughTheFile(String password) throws IOException {
        String server = passcodes.encode(PasswordUse.servers(), password.toCharArray());
        String views = passcodes.encode(PasswordUse.section(" AVAYA cms"), password.toCharArray());
        assertThat(List.of(server, views)).allMatch(text -> text.matches("\\$\\$\\$:x1:[A-Za-z0-9_-]{40,}"));
        Files.writeString(conf.resolve("isps.cfg"), "[IES System WFM]\nName=WFM\nUrl=iwfm://host\n");
        Files.writeString(
                conf.resolve("isps_Ul.ini"),
                "[DB]\n1=WFM,0,u," + server + " ; encoded\n2=WFM,0,u,x\n[Avaya CMS] (views)\npwd = \"" + views
                        + "\"\n");

        Installation installation = Installation.read(conf);

        assertThat(installation.servers().get(0).password()).isEqualTo(new Secret(password));
        assertThat(passcodes.password(installation.externalSystems().get(0))).contains(new Secret(password));
    }

    @Test
    void quotesAroundAnEncodedPasswordAreNotPartOfIt() throws IOException {
        String text = passcodes.encode(PasswordUse.servers(), PASSWORD.toCharArray());
        for (String quote : List.of("\"", "'")) {
            assertThat(server(quote + text + quote).reveal()).isEqualTo(PASSWORD);
        }
        assertThat(server("\"plain\"").reveal()).isEqualTo("\"plain\"");
        assertThat(server("\"$$$").reveal()).isEqualTo("\"$$$");
    }

    @Test
    void samePasswordsDoNotLookTheSame() {
        assertThat(passcodes.encode(PasswordUse.servers(), PASSWORD.toCharArray()))
                .isNotEqualTo(passcodes.encode(PasswordUse.servers(), PASSWORD.toCharArray()));
    }

    @Test
    void encodingLeavesTheCallersArrayAlone() {
        char[] password = PASSWORD.toCharArray();
        passcodes.encode(PasswordUse.servers(), password);
        assertThat(password).containsExactly(PASSWORD.toCharArray());
    }

    @Test
    void whatIsNoPasswordIsNotEncoded() {
        for (String wrong : List.of("", "x".repeat(Passcodes.MAX_LENGTH + 1), "Canary\ud83d")) {
            assertThatThrownBy(() -> passcodes.encode(PasswordUse.servers(), wrong.toCharArray()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("Canary");
        }
        assertThat(conf.resolve("xlink.key")).doesNotExist();
    }

    @Test
    void aTextIsRefusedWhereItWasNotMadeFor() throws IOException {
        String servers = passcodes.encode(PasswordUse.servers(), PASSWORD.toCharArray());
        String views = passcodes.encode(PasswordUse.section("Old Views"), PASSWORD.toCharArray());
        String gone = passcodes.encode(PasswordUse.section("Gone"), PASSWORD.toCharArray());

        assertThat(refusal(() -> server(views)))
                .startsWith(conf.resolve("isps_Ul.ini") + ":2:")
                .contains(
                        " [DB] 1 has a password that was encoded for section [Old Views] and is not valid for the lines of [DB]. Run ./xlink passcode --conf "
                                + conf + " and put");
        assertThat(refusal(() -> views(servers)))
                .startsWith(conf.resolve("isps_Ul.ini") + ":4:")
                .contains(
                        " [Old Views] Pwd was encoded for the lines of [DB] and is not valid for section [Old Views]. Run ./xlink passcode --conf "
                                + conf + " --section \"Old Views\" and put");
        assertThat(refusal(() -> views(gone))).contains(DAMAGED);
        assertThat(refusal(() -> server(gone))).contains(DAMAGED);
    }

    @Test
    void theUsualDirectoryNeedsNoOption() {
        assertThat(PasswordUse.servers().command(Path.of("conf"))).isEqualTo("./xlink passcode");
        assertThat(PasswordUse.section("CMS_2").command(Path.of("my conf")))
                .isEqualTo("./xlink passcode --conf \"my conf\" --section CMS_2");
    }

    @Test
    void aSectionsNameIsFoundInAnyCaseAndAnyComposition() {
        assertThat(PasswordUse.section("BU\u0308RO").associatedData())
                .isEqualTo(PasswordUse.section("b\u00fcro").associatedData())
                .isNotEqualTo(PasswordUse.section("buro").associatedData());
        assertThat(PasswordUse.section("servers").associatedData())
                .isNotEqualTo(PasswordUse.servers().associatedData());
    }

    @Test
    void noChangeOfATextGoesUnseen() throws IOException {
        String text = passcodes.encode(PasswordUse.servers(), PASSWORD.toCharArray());
        int from = "$$$:x1:".length();
        List<String> damaged = new ArrayList<>();
        for (int i = from; i < text.length(); i++) {
            damaged.add(text.substring(0, i) + text.substring(i + 1));
            damaged.add(text.substring(0, i) + "_A-".charAt(i % 3) + text.substring(i));
            for (char other : new char[] {'A', 'B', '-', '_', '=', '+', ' ', 'ü'}) {
                damaged.add(text.substring(0, i) + other + text.substring(i + 1));
            }
        }
        damaged.addAll(List.of(text + "A", text + "=", text + "==", "$$$:x1:", "$$$:x1:A", "$$$:x1:AQ"));
        damaged.removeIf(text::equals);

        for (String wrong : damaged) {
            assertThat(refusal(() -> server(wrong)))
                    .as(wrong)
                    .containsAnyOf(DAMAGED, "was encoded with another key than that of")
                    .doesNotContain(wrong.strip());
        }
        assertThat(damaged).hasSizeGreaterThan(400);
    }

    @Test
    void anotherInstallationsKeyIsToldApart(@TempDir Path elsewhere) throws IOException {
        String text = new Passcodes(elsewhere, null).encode(PasswordUse.servers(), PASSWORD.toCharArray());

        assertThat(refusal(() -> server(text)))
                .contains("was encoded with the key of another installation: there is no " + conf.resolve("xlink.key"))
                .contains("Run ./xlink passcode");
        passcodes.encode(PasswordUse.servers(), PASSWORD.toCharArray());
        assertThat(refusal(() -> server(text)))
                .contains("was encoded with another key than that of " + conf.resolve("xlink.key"))
                .contains("Run ./xlink passcode");
    }

    @Test
    void theEnvironmentsKeyWins() throws IOException {
        String inFile = passcodes.encode(PasswordUse.servers(), PASSWORD.toCharArray());
        String keyset = PasswordKey.newKeyset();
        Path empty = Files.createDirectory(conf.resolve("empty"));
        Passcodes json = new Passcodes(empty, "\n" + keyset + "\n");
        Passcodes base64 =
                new Passcodes(conf, Base64.getMimeEncoder().encodeToString(keyset.getBytes(StandardCharsets.UTF_8)));

        String text = json.encode(PasswordUse.servers(), PASSWORD.toCharArray());

        assertThat(empty).isEmptyDirectory();
        assertThat(json.keyFile()).isEmpty();
        assertThat(decode(base64, text)).isEqualTo(new Secret(PASSWORD));
        assertThatThrownBy(() -> decode(base64, inFile)).hasMessageContaining("another key than that of XLINK_KEY");
        Passcodes blank = new Passcodes(conf, " ");
        assertThat(blank.keyFile()).contains(conf.resolve("xlink.key"));
        assertThat(decode(blank, inFile)).isEqualTo(new Secret(PASSWORD));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "Canary",
                "Q2FuYXJ5",
                "{\"Canary\":1}",
                "{}",
                "{\"primaryKeyId\":1,\"key\":[{\"keyData\":{\"typeUrl\":\"Canary\",\"value\":\"\"},\"keyId\":1}]}",
            })
    void aBrokenKeyIsNotQuoted(String keyset) throws IOException {
        assertThatThrownBy(() -> new Passcodes(conf, keyset).encode(PasswordUse.servers(), PASSWORD.toCharArray()))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("XLINK_KEY: is not a key for passwords. ")
                .hasMessageNotContaining("Canary")
                .hasNoCause();
    }

    @Test
    void pwdIsReadBeforePassword() throws IOException {
        String text = passcodes.encode(PasswordUse.section("Views"), PASSWORD.toCharArray());
        assertThat(section("Pwd=one\nPassword=two")).contains(new Secret("one"));
        assertThat(section("Password=two\nPwd=one")).contains(new Secret("one"));
        assertThat(section("Pwd=\nPassword=two")).contains(new Secret("two"));
        assertThat(section("password=" + text)).contains(new Secret(PASSWORD));
        assertThat(section("User=x")).isEmpty();
        assertThat(refusal(() -> section("Password=<Password from generator>").orElseThrow()))
                .contains(" [Views] Password is still the documentation's placeholder. Run ./xlink passcode")
                .contains("--section Views");
    }

    private Optional<Secret> section(String lines) throws IOException {
        Path file = Files.writeString(conf.resolve("isps_Ul.ini"), "[Views]\n" + lines + "\n");
        return passcodes.password(IniFile.read(file).sections().get(0));
    }

    private static Secret decode(Passcodes passcodes, String text) {
        return passcodes.decode(
                PasswordUse.servers(),
                text,
                Path.of("none"),
                (what, remedy) -> new ConfigException(Path.of("f"), 0, what, remedy));
    }

    private Secret server(String text) throws IOException {
        write(text, "x");
        return Installation.read(conf).servers().get(0).password();
    }

    private Secret views(String text) throws IOException {
        Path file = write("plain", text);
        return passcodes
                .password(IniFile.read(file).section("old views").orElseThrow())
                .orElseThrow();
    }

    private Path write(String server, String views) throws IOException {
        Files.writeString(conf.resolve("isps.cfg"), "[IES System WFM]\nName=WFM\nUrl=iwfm://host\n");
        return Files.writeString(
                conf.resolve("isps_Ul.ini"), "[DB]\n1=WFM,0,u," + server + "\n[Old Views]\nPwd=" + views + "\n");
    }

    private interface Reading {
        Object read() throws IOException;
    }

    private static String refusal(Reading reading) {
        Throwable thrown = catchThrowable(reading::read);
        assertThat(thrown).isInstanceOf(ConfigException.class).hasNoCause();
        assertThat(thrown.toString()).doesNotContain(PASSWORD);
        return thrown.getMessage();
    }
}
