package io.xlink.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.pkitesting.X509Bundle;
import io.xlink.iwfm.protocol.Pki;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program over TLS, set up as the documentation says. */
class TlsIT {
    private static final String EXAMPLE = """
            Queue;Date;Time;CallsOffered;CallsHandled;AHT
            UHD_DE_IN;23.12.2014;08:15;1;1;180
            """;
    private static final String EXPECTED = """
            server,parent,queue,valuetype,start,minutes,value
            WFM,1,1002,1,2014-12-23T07:15:00Z,15,1.00
            WFM,1,1002,2,2014-12-23T07:15:00Z,15,1.00
            WFM,1,1002,3,2014-12-23T07:15:00Z,15,180.00
            """;

    @TempDir
    Path temporary;

    private Path directory;
    private Path certificates;
    private X509Bundle authority;
    private int tlsPort;

    @BeforeEach
    void makeCertificates() throws Exception {
        directory = Files.createDirectory(temporary.resolve("site"));
        // A path that must not lose its meaning on the way through a URI.
        certificates = Files.createDirectory(temporary.resolve("100%25 + Sons & Co"));
        authority = Pki.authority("Contact Centre CA");
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            tlsPort = socket.getLocalPort();
        }
    }

    private void secure(Site site, boolean plainToo) throws Exception {
        X509Bundle own = Pki.server().buildIssuedBy(authority);
        Files.writeString(certificates.resolve("server.pem"), own.getCertificatePathPEM());
        Files.writeString(certificates.resolve("server.key"), own.getPrivateKeyPEM());
        Files.writeString(certificates.resolve("ca.pem"), authority.getCertificatePEM());
        Path file = site.conf().resolve("server.yaml");
        String plain = "listen: 127.0.0.1:" + site.port() + "\n";
        String tls = "tls: {listen: \"127.0.0.1:" + tlsPort + "\", certificate: \"" + relative("server.pem")
                + "\", key: \"" + relative("server.key") + "\"}\n";
        String text = Files.readString(file);
        assertThat(text).contains(plain);
        Files.writeString(file, text.replace(plain, plainToo ? plain + tls : tls));
    }

    /** From conf/, as the files have it. */
    private static String relative(String file) {
        return "../../100%25 + Sons & Co/" + file;
    }

    private static void url(Site site, String url, String... more) throws IOException {
        Files.writeString(
                site.conf().resolve("isps.cfg"),
                "[IES System WFM]\nName = \"WFM\"\nUrl = \"" + url + "\"\n" + String.join("\n", more) + "\n");
    }

    @Test
    void aFileArrivesThroughTlsAndThePlainPortServesBesideIt() throws Exception {
        try (Site site = new Site(directory)) {
            secure(site, true);
            url(site, "iwfms://127.0.0.1:" + tlsPort, "TrustCertificates = " + relative("ca.pem"));
            Program server = site.server();
            Program importer = site.importer();
            site.drop("calls.csv", EXAMPLE);
            importer.awaitLog("calls.csv: imported: 1 rows (0 rejected), 3 interval values stored");
            assertThat(site.export("2014-12-23", "2014-12-23")).isEqualTo(EXPECTED);
            Program.Result tree = Program.run("", "tree", "--conf", site.conf().toString());
            assertThat(tree.output()).contains("1002  Hotline DE");
            assertThat(server.log()).contains("by SCRAM-SHA-256-PLUS").doesNotContain("by SCRAM-SHA-256\n");

            url(site, "iwfm://127.0.0.1:" + site.port());
            assertThat(site.export("2014-12-23", "2014-12-23")).isEqualTo(EXPECTED);
            url(site, "iwfm://127.0.0.1:" + tlsPort);
            Program.Result plain = site.exportResult("2014-12-23", "2014-12-23");
            assertThat(plain.exitCode()).isEqualTo(4);
            assertThat(plain.messages()).contains("this port speaks TLS: write iwfms://");
        }
    }

    @Test
    void tlsAloneHasNoPlainPort() throws Exception {
        try (Site site = new Site(directory)) {
            secure(site, false);
            url(site, "iwfms://127.0.0.1:" + tlsPort, "TrustCertificates = " + relative("ca.pem"));
            Program server = site.server();
            assertThat(site.export("2014-12-23", "2014-12-23").lines()).hasSize(1);
            assertThat(server.log()).contains("listens on /127.0.0.1:" + tlsPort + " with TLS");
            assertThat(server.log().lines().filter(line -> line.contains("listens on")))
                    .hasSize(1);
        }
    }

    @Test
    void whoIsNotTrustedGetsNothing() throws Exception {
        try (Site site = new Site(directory)) {
            secure(site, false);
            site.server();
            url(site, "iwfms://127.0.0.1:" + tlsPort);
            Program.Result unknown = site.exportResult("2014-12-23", "2014-12-23");
            assertThat(unknown.exitCode()).isEqualTo(4);
            assertThat(unknown.output()).isEmpty();
            assertThat(unknown.messages())
                    .startsWith("xlink: Enterprise Server 1 not available: WFM at 127.0.0.1:" + tlsPort)
                    .contains("issued by CN=Contact Centre CA, which is not trusted here")
                    .contains("TrustCertificates");

            Files.writeString(
                    certificates.resolve("ca.pem"), Pki.authority("Other CA").getCertificatePEM());
            url(site, "iwfms://127.0.0.1:" + tlsPort, "TrustCertificates = " + relative("ca.pem"));
            assertThat(site.exportResult("2014-12-23", "2014-12-23").exitCode()).isEqualTo(4);

            Files.writeString(certificates.resolve("ca.pem"), "not PEM");
            for (String command : new String[] {"run", "tree"}) {
                Program.Result broken = Program.run(
                        "",
                        command,
                        "--conf",
                        site.conf().toString(),
                        "--data",
                        site.data().toString());
                assertThat(broken.exitCode()).as(broken.messages()).isEqualTo(3);
                assertThat(broken.messages()).contains("ca.pem: holds no certificate in PEM format");
            }
        }
    }
}
