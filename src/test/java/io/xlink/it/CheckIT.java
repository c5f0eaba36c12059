package io.xlink.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.netty.pkitesting.X509Bundle;
import io.xlink.iwfm.protocol.Pki;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code xlink check} on the packaged program, with a server and without. */
class CheckIT {
    @TempDir
    Path temporary;

    @Test
    void endsWithThreeWhenThereAreErrorsAndListsAllOfThem() throws Exception {
        try (Site site = new Site(temporary.resolve("site"))) {
            Program.Result good = check(site);
            assertThat(good.exitCode()).as(good.output()).isZero();
            assertThat(good.output()).endsWith("0 errors, 0 warnings, 1 advice in 3 files\n");
            assertThat(good.messages()).isEmpty();

            site.map("UHD_DE_IM", "UHD_EN_IN");
            Program.Result bad = check(site);
            assertThat(bad.exitCode()).isEqualTo(3);
            assertThat(bad.output())
                    .contains(site.conf().resolve("acd_map.ini")
                            + ":1:25: error: UHD_DE_IM is not in Groups of [CSV-Import] (and in 2 more lines). Did you"
                            + " mean UHD_DE_IN?\n")
                    .endsWith("1 error, 0 warnings, 2 advices in 3 files\n");

            JsonObject json = JsonParser.parseString(
                            check(site, "--format", "json").output())
                    .getAsJsonObject();
            assertThat(json.get("errors").getAsInt()).isEqualTo(1);
            assertThat(json.getAsJsonArray("problems")).hasSize(3);

            Program.Result explain = check(site, "--explain");
            assertThat(explain.exitCode()).isEqualTo(2);
            assertThat(explain.messages()).contains("--explain is about statements: add --sql");
        }
    }

    @Test
    void connectsAndComparesMappingsWithTheQueueTree() throws Exception {
        try (Site site = new Site(temporary.resolve("site"))) {
            Program.Result away = check(site, "--connect");
            assertThat(away.exitCode()).isEqualTo(3);
            assertThat(away.output())
                    .contains(
                            site.conf().resolve("isps_ul.ini") + ":2:1: error: Enterprise Server 1 not available: WFM")
                    .contains("server 1 WFM iwfm://127.0.0.1:" + site.port() + ": not logged in\n");

            site.server();
            Program.Result good = check(site, "--connect");
            assertThat(good.exitCode()).as(good.output()).isZero();
            assertThat(good.output())
                    .contains("server 1 WFM iwfm://127.0.0.1:" + site.port() + ": logged in as xlink\n");

            Files.writeString(
                    site.conf().resolve("acd_map.ini"),
                    "WFM:0:1002:1=CSV-Import:UHD_DE_IN:AHT\nWFM:1:1009:1=CSV-Import:UHD_EN_IN:AHT\n");
            Program.Result wrong = check(site, "--connect");
            assertThat(wrong.exitCode()).isEqualTo(3);
            assertThat(wrong.output())
                    .contains("acd_map.ini:1:1: error: queue 1002 (Hotline DE) stands under 1 (Hotline), not under 0.")
                    .contains("acd_map.ini:2:1: error: server WFM has no queue 1009.");

            site.login("wrong-horse-7!");
            Program.Result refused = check(site, "--connect");
            assertThat(refused.exitCode()).isEqualTo(3);
            assertThat(refused.output())
                    .contains("isps_ul.ini:2:1: error: Cannot connect to the database: user xlink")
                    .doesNotContain("wrong-horse");
        }
    }

    @Test
    void showsTheCertificateWhetherOrNotItIsAccepted() throws Exception {
        X509Bundle authority = Pki.authority("Contact Centre CA");
        X509Bundle own = Pki.server().buildIssuedBy(authority);
        try (Site site = new Site(temporary.resolve("site"))) {
            int port = freePort();
            Files.writeString(site.conf().resolve("server.pem"), own.getCertificatePathPEM());
            Files.writeString(site.conf().resolve("server.key"), own.getPrivateKeyPEM());
            Files.writeString(site.conf().resolve("ca.pem"), authority.getCertificatePEM());
            Files.writeString(
                    site.conf().resolve("server.yaml"),
                    "\ntls: {listen: \"127.0.0.1:" + port + "\", certificate: server.pem, key: server.key}\n",
                    StandardOpenOption.APPEND);
            String url = "[IES System WFM]\nName=WFM\nUrl=iwfms://127.0.0.1:" + port + "\n";
            String fingerprint = HexFormat.ofDelimiter(":")
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(own.getCertificate().getEncoded()));
            site.server();

            Files.writeString(site.conf().resolve("isps.cfg"), url);
            Program.Result unknown = check(site, "--connect");
            assertThat(unknown.exitCode()).isEqualTo(3);
            assertThat(unknown.output())
                    .contains("which is not trusted here. If that issuer is to be trusted")
                    .contains("issued by CN=Contact Centre CA\n")
                    .contains("SHA-256 " + fingerprint)
                    .contains("not logged in");

            Files.writeString(site.conf().resolve("isps.cfg"), url + "TrustCertificates=ca.pem\n");
            Program.Result trusted = check(site, "--connect", "--format", "json");
            JsonObject server = JsonParser.parseString(trusted.output())
                    .getAsJsonObject()
                    .getAsJsonArray("servers")
                    .get(0)
                    .getAsJsonObject();
            assertThat(server.get("loggedIn").getAsBoolean())
                    .as(trusted.output())
                    .isTrue();
            assertThat(server.getAsJsonObject("certificate").get("sha256").getAsString())
                    .isEqualTo(fingerprint);

            Files.writeString(site.conf().resolve("ca.pem"), "not PEM");
            Program.Result broken = check(site, "--connect");
            assertThat(broken.exitCode()).isEqualTo(3);
            assertThat(broken.output()).contains("ca.pem: holds no certificate in PEM format");
        }
    }

    private static Program.Result check(Site site, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "check", "--conf", site.conf().toString(), "--data", site.data().toString()));
        arguments.addAll(List.of(more));
        return Program.run("", arguments.toArray(String[]::new));
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
