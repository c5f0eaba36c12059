package io.xlink.iwfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.netty.pkitesting.X509Bundle;
import io.xlink.iwfm.protocol.ClientState;
import io.xlink.iwfm.protocol.MemoryAccounts;
import io.xlink.iwfm.protocol.Password;
import io.xlink.iwfm.protocol.Pki;
import io.xlink.iwfm.protocol.ServerUnavailableException;
import io.xlink.iwfm.protocol.TlsMaterial;
import io.xlink.model.Catalogue;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.jsse.FilterParameters;
import org.apache.camel.support.jsse.KeyManagersParameters;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.SecureSocketProtocolsParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code iwfms} in two bare Camel applications, with each way to give certificates. */
class IwfmTlsComponentTest {
    private static final Catalogue CATALOGUE =
            new Catalogue("WFM", List.of(), List.of(), List.of("CSV-Import"), List.of(), List.of(), true);
    private static final String STORE_PASSWORD = "canary-store-password";

    @TempDir
    private Path directory;

    private final DefaultCamelContext server = new DefaultCamelContext();
    private final DefaultCamelContext client = new DefaultCamelContext();
    private X509Bundle authority;
    private X509Bundle own;
    private TlsMaterial.PemIdentity pem;
    private Path trust;

    @BeforeEach
    void certificates() throws Exception {
        authority = Pki.authority("Test CA");
        own = Pki.server().buildIssuedBy(authority);
        pem = Pki.pem(directory, own);
        trust = Pki.trust(directory, authority).certificates();
        server.getRegistry().bind("accounts", new MemoryAccounts().with("xlink", "geheim"));
        HealthCheckHelper.getHealthCheckRepository(client, "producers").setEnabled(true);
    }

    @AfterEach
    void stop() {
        client.stop();
        server.stop();
    }

    private int serve(String uri) throws Exception {
        server.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).routeId("server").setBody(constant(CATALOGUE));
            }
        });
        server.start();
        return ((IwfmConsumer) server.getRoute("server").getConsumer())
                .getAddress()
                .getPort();
    }

    private int serve() throws Exception {
        return serve("iwfms:127.0.0.1:0?serverName=WFM&certificateChain=" + pem.certificates() + "&certificateKey="
                + pem.key());
    }

    private Exchange ask(String uri) throws Exception {
        route(uri);
        return send();
    }

    private Exchange send() {
        return client.createProducerTemplate().send("direct:in", e -> {});
    }

    private void route(String uri) throws Exception {
        client.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to(uri);
            }
        });
        client.start();
    }

    /** What a request ends with once the first attempt to connect has failed. */
    private Exception refusal(int port, String options) throws Exception {
        route(uri(port, options) + "&requestTimeout=500");
        IwfmComponent component = client.getComponent("iwfms", IwfmComponent.class);
        await().until(() -> component
                .state("127.0.0.1:" + port)
                .filter(ClientState.WAITING::equals)
                .isPresent());
        return send().getException();
    }

    private static String uri(int port, String options) {
        return "iwfms:127.0.0.1:" + port + "?user=xlink&password=geheim&operation=catalogue" + options;
    }

    private void answers(String uri) throws Exception {
        Exchange answer = ask(uri);
        assertThat(answer.getException()).isNull();
        assertThat(answer.getMessage().getBody()).isEqualTo(CATALOGUE);
    }

    private SSLContextParameters trusting(Path store) {
        TrustManagersParameters trusted = new TrustManagersParameters();
        trusted.setKeyStore(store(store));
        SSLContextParameters parameters = new SSLContextParameters();
        parameters.setTrustManagers(trusted);
        return parameters;
    }

    private static KeyStoreParameters store(Path file) {
        KeyStoreParameters store = new KeyStoreParameters();
        store.setResource("file:" + file);
        store.setPassword(STORE_PASSWORD);
        store.setType("PKCS12");
        return store;
    }

    private SSLContextParameters showing(X509Bundle bundle) throws Exception {
        KeyManagersParameters keys = new KeyManagersParameters();
        keys.setKeyStore(store(Pki.keyStore(directory, bundle)));
        keys.setKeyPassword(STORE_PASSWORD);
        SSLContextParameters parameters = new SSLContextParameters();
        parameters.setKeyManagers(keys);
        return parameters;
    }

    @Test
    void pemFilesOnBothSides() throws Exception {
        answers(uri(serve(), "&trustCertificates=" + trust));
        HealthCheck.Result health = HealthCheckHelper.getHealthCheckRepository(client, "producers").stream()
                .findFirst()
                .orElseThrow()
                .call();
        assertThat(health.getState()).isEqualTo(HealthCheck.State.UP);
        assertThat(health.getDetails().get("certificateExpiry"))
                .isEqualTo(own.getCertificate().getNotAfter().toInstant().toString());
    }

    @Test
    void pkcs12OnBothSides() throws Exception {
        int port = serve("iwfms:127.0.0.1:0?serverName=WFM&keyStore=" + Pki.keyStore(directory, own)
                + "&keyStorePassword=" + STORE_PASSWORD);
        answers(uri(
                port,
                "&trustStore=" + Pki.trustStore(directory, authority.getCertificate()) + "&trustStorePassword="
                        + STORE_PASSWORD));
    }

    @Test
    void camelsParametersOnBothSides() throws Exception {
        server.getRegistry().bind("server", showing(own));
        client.getRegistry().bind("client", trusting(Pki.trustStore(directory, authority.getCertificate())));
        int port = serve("iwfms:127.0.0.1:0?serverName=WFM&sslContextParameters=#server");
        answers(uri(port, "&sslContextParameters=#client"));
    }

    @Test
    void camelsGlobalParametersOnBothSides() throws Exception {
        server.setSSLContextParameters(showing(own));
        server.getComponent("iwfms", IwfmComponent.class).setUseGlobalSslContextParameters(true);
        client.setSSLContextParameters(trusting(Pki.trustStore(directory, authority.getCertificate())));
        client.getComponent("iwfms", IwfmComponent.class).setUseGlobalSslContextParameters(true);
        answers(uri(serve("iwfms:127.0.0.1:0?serverName=WFM"), ""));
    }

    @Test
    void camelsParametersDoNotSwitchTheHostCheckOff() throws Exception {
        server.getRegistry()
                .bind("server", showing(Pki.named("other", "wfm.example").buildIssuedBy(authority)));
        client.getRegistry().bind("client", trusting(Pki.trustStore(directory, authority.getCertificate())));
        int port = serve("iwfms:127.0.0.1:0?serverName=WFM&sslContextParameters=#server");
        assertThat(refusal(port, "&sslContextParameters=#client"))
                .isInstanceOf(ServerUnavailableException.class)
                .hasMessageContaining("the certificate is not for host 127.0.0.1");
    }

    @Test
    void camelsParametersCannotBringBackOldVersions() throws Exception {
        SSLContextParameters old = trusting(Pki.trustStore(directory, authority.getCertificate()));
        SecureSocketProtocolsParameters versions = new SecureSocketProtocolsParameters();
        versions.setSecureSocketProtocol(List.of("TLSv1.1"));
        old.setSecureSocketProtocols(versions);
        client.getRegistry().bind("client", old);
        assertThatThrownBy(() -> ask(uri(1, "&sslContextParameters=#client")))
                .rootCause()
                .hasMessageContaining("the TLS parameters allow only TLSv1.1. Allow TLSv1.3 or TLSv1.2");
    }

    @Test
    void camelsCipherSuitesCount() throws Exception {
        SSLContextParameters few = trusting(Pki.trustStore(directory, authority.getCertificate()));
        FilterParameters suites = new FilterParameters();
        suites.getInclude().add("TLS_DHE_RSA_.*");
        few.setCipherSuitesFilter(suites);
        client.getRegistry().bind("client", few);
        assertThat(refusal(serve(), "&sslContextParameters=#client"))
                .isInstanceOf(ServerUnavailableException.class)
                .hasMessageContaining("have no ");
    }

    @Test
    void aServerFoundByItsNameBringsItsTrust() throws Exception {
        IwfmSystem secure = new IwfmSystem(
                3,
                "Hamburg",
                "127.0.0.1",
                serve(),
                "xlink",
                Password.of("geheim"),
                Optional.of(TlsMaterial.DEFAULT.with(new TlsMaterial.PemTrust(trust))));
        client.getRegistry().bind("systems", (IwfmSystems) name -> Optional.of(secure));
        answers("iwfm:Hamburg?operation=catalogue");
        assertThat(secure.toString()).doesNotContain("geheim");
    }

    @Test
    void aServerKnownWithoutTlsIsNotCalledSecure() {
        IwfmSystem plain = new IwfmSystem(3, "Hamburg", "127.0.0.1", 1, "xlink", Password.of("geheim"));
        client.getRegistry().bind("systems", (IwfmSystems) name -> Optional.of(plain));
        assertThatThrownBy(() -> ask("iwfms:Hamburg")).rootCause().hasMessageContaining("Hamburg is known without TLS");
    }

    @Test
    void optionsThatWouldDoNothingAreRefused() {
        for (String option : List.of(
                "trustCertificates=x.pem",
                "trustStore=x.p12",
                "certificateChain=x.pem",
                "needClientAuth=true",
                "keyStorePassword=x")) {
            assertThatThrownBy(() -> client.getEndpoint("iwfm:localhost:45054?" + option))
                    .isInstanceOf(ResolveEndpointFailedException.class)
                    .hasMessageContaining("goes without TLS, so " + option.split("=", 2)[0] + " would do nothing")
                    .hasMessageContaining("write iwfms:");
        }
    }

    @Test
    void optionsThatContradictEachOtherAreNamed() {
        for (String[] wrong : new String[][] {
            {"trustCertificates=a&trustStore=b&trustStorePassword=c", "trustCertificates stands beside trustStore"},
            {"trustStore=b", "trustStore and trustStorePassword go together"},
            {"keyStore=b", "keyStore and keyStorePassword go together"},
            {"certificateChain=b", "certificateChain and certificateKey go together"},
            {"keyPassword=canary", "keyPassword without certificateKey"},
            {"keyStore=a&keyStorePassword=canary&certificateChain=b&certificateKey=c", "beside keyStore"},
        }) {
            DefaultCamelContext other = new DefaultCamelContext();
            other.start();
            IwfmEndpoint endpoint =
                    other.getEndpoint("iwfms:localhost:1?user=x&password=y&" + wrong[0], IwfmEndpoint.class);
            assertThatThrownBy(endpoint::clientSettings)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(wrong[1])
                    .hasMessageNotContaining("canary");
            other.stop();
        }
    }

    @Test
    void aConsumerWithoutACertificateDoesNotStart() {
        assertThatThrownBy(() -> serve("iwfms:127.0.0.1:0?serverName=WFM"))
                .hasMessageContaining("needs a certificate and its key");
    }

    @Test
    void twoKindsOfTlsToOneServerAreRefused() throws Exception {
        int port = serve();
        client.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:one").to(uri(port, "&trustCertificates=" + trust));
                from("direct:other").to(uri(port, ""));
            }
        });
        assertThatThrownBy(client::start).rootCause().hasMessageContaining("two different settings of TLS");
    }
}
