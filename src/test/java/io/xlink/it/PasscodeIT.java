package io.xlink.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Encoded passwords with the packaged program, and nothing of them anywhere that they were not typed. */
class PasscodeIT {
    private static final Map<String, String> EVERYTHING =
            Map.of("XLINK_LOG", "TRACE", "ROOT_LOG", "TRACE", "CAMEL_LOG", "TRACE");

    @TempDir
    Path directory;

    private final List<String> said = new ArrayList<>();

    private Program.Result run(Site site, String input, String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--conf", site.conf().toString()));
        Program.Result result = Program.run(EVERYTHING, input, all.toArray(String[]::new));
        said.add(result.output());
        said.add(result.messages());
        return result;
    }

    @Test
    void theProgramLogsInWithWhatPasscodePrinted() throws Exception {
        try (Site site = new Site(directory)) {
            Program server = site.server();
            Path key = site.conf().resolve("xlink.key");

            Program.Result encoded = run(site, Site.PASSWORD + "\r\n", "passcode", "--stdin");

            assertThat(encoded.exitCode()).as(encoded.messages()).isZero();
            assertThat(encoded.output()).matches("\\$\\$\\$:x1:[A-Za-z0-9_-]+\\R");
            assertThat(encoded.messages()).contains("Made the key " + key);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                    .isEqualTo("rw-------");
            String text = encoded.output().strip();
            site.login(text);
            Program.Result tree = run(site, "", "tree");
            assertThat(tree.exitCode()).as(tree.messages()).isZero();
            assertThat(tree.output()).contains("1002  Hotline DE");

            Program.Result views = run(site, Site.PASSWORD, "passcode", "--section", "CSV-Inport");
            assertThat(views.exitCode()).as(views.messages()).isZero();
            assertThat(views.messages())
                    .contains("has no section [CSV-Inport]; did you mean [CSV-Import]?", "No terminal:")
                    .doesNotContain("Made the key");
            site.login(views.output().strip());
            Program.Result misplaced = run(site, "", "tree");
            assertThat(misplaced.exitCode()).isEqualTo(3);
            assertThat(misplaced.messages()).contains("[DB] 1 has a password that");

            site.login(text);
            Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
            Program.Result open = run(site, "", "tree");
            assertThat(open.exitCode()).isEqualTo(3);
            assertThat(open.messages()).contains(key + ": is open to other users", "chmod 600 " + key);

            assertThat(run(site, "\n", "passcode", "--stdin").exitCode()).isEqualTo(2);
            assertThat(run(site, "x".repeat(5000), "passcode", "--stdin").exitCode())
                    .isEqualTo(2);
            assertThat(run(site, Site.PASSWORD, "passcode", "--section", "db").exitCode())
                    .isEqualTo(2);
            said.add(server.log());
        }
        assertThat(said).hasSizeGreaterThan(10).noneMatch(text -> text.contains(Site.PASSWORD));
        assertThat(said.toString()).doesNotContain(Files.readString(directory.resolve("conf/xlink.key")));
    }
}
