package io.xlink.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.pkitesting.X509Bundle;
import io.xlink.config.Problem;
import io.xlink.iwfm.protocol.Pki;
import io.xlink.model.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server says is held against the mappings, and what it shows is looked at. */
class ConnectCheckTest {
    private static final Catalogue CATALOGUE = new Catalogue(
            "WFM",
            List.of(
                    new Catalogue.Queue(1, 0, "Hotline"),
                    new Catalogue.Queue(2, 0, "Back office"),
                    new Catalogue.Queue(1002, 1, "Hotline DE")),
            List.of(new Catalogue.ValueType(1, "Offered")),
            List.of("CSV-Import"),
            List.of(),
            List.of(),
            true);

    @TempDir
    Path conf;

    @BeforeEach
    void writeInstallation() throws IOException {
        write("isps.cfg", "[IES System WFM]", "Name=WFM", "Url = iwfms://localhost");
        write(
                "isps_ul.ini",
                "[DB]",
                "1=WFM,0,xlink,secret",
                "[CSV-Import]",
                "ColumnNames=Queue;Date;Time;Calls",
                "GroupColumn=1",
                "DateColumn=2",
                "TimeColumn=3",
                "[CSV-Imports]",
                "ColumnNames=Queue;Date;Time;Calls",
                "GroupColumn=1",
                "DateColumn=2",
                "TimeColumn=3");
    }

    @Test
    void mappingsAreHeldAgainstTheQueueTree() throws Exception {
        write(
                "acd_map.ini",
                "WFM:1:1002:1=CSV-Import:a:Calls",
                "WFM:2:1002:1=CSV-Import:b:Calls",
                "WFM:0:7:1=CSV-Import:c:Calls",
                "WFM:0:7:1=CSV-Import:d:Calls",
                "WFM:0:2:9=CSV-Import:e:Calls",
                "  WFM:0:1:1 = CSV-Imports:f:Calls");
        assertThat(connected((server, certificates) -> CATALOGUE))
                .contains(
                        "acd_map.ini:2:1: queue 1002 (Hotline DE) stands under 1 (Hotline), not under 2. Write"
                                + " WFM:1:1002",
                        "acd_map.ini:3:1: server WFM has no queue 7 (and in 1 more line). `./xlink tree` lists its"
                                + " queues",
                        "acd_map.ini:5:1: server WFM has no value type 9. `./xlink tree` lists its value types",
                        "acd_map.ini:6:15: server WFM does not know the external system CSV-Imports. It knows"
                                + " CSV-Import; the section must have the same name");
    }

    @Test
    void whatIsRightIsNotTold() throws Exception {
        write("acd_map.ini", "WFM:1:1002:1=CSV-Import:a:Calls");
        CheckReport report = report((server, certificates) -> CATALOGUE);
        assertThat(report.hasErrors()).isFalse();
        assertThat(report.servers())
                .singleElement()
                .satisfies(server -> assertThat(server.loggedIn()).isTrue());
    }

    @Test
    void aCertificateIsShownAndWarnedAboutBeforeItsEnd() throws Exception {
        Instant end = Instant.now().plus(Duration.ofDays(29)).plus(Duration.ofHours(1));
        X509Bundle authority = Pki.authority("CA");
        X509Certificate soon =
                Pki.server().notAfter(end).buildIssuedBy(authority).getCertificate();
        CheckReport report = report((server, certificates) -> {
            certificates.accept(List.of(soon));
            return CATALOGUE;
        });
        ShownCertificate shown = report.servers().get(0).certificate().orElseThrow();
        assertThat(shown.daysLeft()).isEqualTo(29);
        assertThat(shown.subject()).isEqualTo(soon.getSubjectX500Principal().getName());
        assertThat(HexFormat.ofDelimiter(":").parseHex(shown.sha256()))
                .isEqualTo(MessageDigest.getInstance("SHA-256").digest(soon.getEncoded()));
        assertThat(texts(report))
                .anySatisfy(text -> assertThat(text)
                        .startsWith("isps.cfg:3:7: the certificate of server WFM")
                        .contains("ends in 29 days"));

        X509Certificate later = Pki.server()
                .notAfter(end.plus(Duration.ofDays(1)))
                .buildIssuedBy(authority)
                .getCertificate();
        assertThat(connected((server, certificates) -> {
                    certificates.accept(List.of(later));
                    return CATALOGUE;
                }))
                .noneSatisfy(text -> assertThat(text).contains("certificate"));
    }

    private List<String> connected(ServerAccess access) throws Exception {
        return texts(report(access));
    }

    private List<String> texts(CheckReport report) {
        return report.problems().stream()
                .map(Problem::toString)
                .map(text -> text.replace(conf + "/", ""))
                .toList();
    }

    private CheckReport report(ServerAccess access) throws Exception {
        return new ConfigurationCheck(conf, conf.resolve("data"), DataSourceCheck.NONE)
                .run(Optional.of(access), Optional.empty());
    }

    private void write(String name, String... lines) throws IOException {
        Files.write(conf.resolve(name), List.of(lines));
    }
}
