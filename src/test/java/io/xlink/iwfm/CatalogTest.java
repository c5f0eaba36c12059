package io.xlink.iwfm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.tooling.model.BaseOptionModel;
import org.apache.camel.tooling.model.ComponentModel;
import org.apache.camel.tooling.model.JsonMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The descriptor, as Camel's catalogue and the tools above it read it. */
class CatalogTest {
    private final DefaultCamelCatalog catalog = new DefaultCamelCatalog();

    @BeforeEach
    void register() throws IOException {
        catalog.addComponent("iwfm", IwfmComponent.class.getName(), descriptor("iwfm"));
        catalog.addComponent("iwfms", IwfmComponent.class.getName(), descriptor("iwfms"));
    }

    static String descriptor(String scheme) throws IOException {
        try (InputStream json = CatalogTest.class.getResourceAsStream("/META-INF/io/xlink/iwfm/" + scheme + ".json")) {
            return new String(json.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private EndpointValidationResult validate(String uri) {
        return catalog.validateEndpointProperties(uri);
    }

    @Test
    void goodEndpointsAreValid() {
        for (String uri : new String[] {
            "iwfm:wfm.example.com:45054?user=xlink&password=secret",
            "iwfms:wfm.example.com?user=xlink&password=RAW(a+b)&operation=catalogue&requestTimeout=30s",
            "iwfm:Hamburg?maxPending=10&reconnectJitter=0.5&proxyHost=proxy&proxyPort=3128&proxyType=socks5",
            "iwfm:0.0.0.0:45054?serverName=WFM&accounts=#users&window=4&backlog=50"
        }) {
            assertThat(validate(uri).isSuccess())
                    .as(uri + ": " + validate(uri).summaryErrorMessage(false))
                    .isTrue();
        }
    }

    @Test
    void anUnknownOptionIsTold() {
        EndpointValidationResult result = validate("iwfm:host?pasword=x");
        assertThat(result.isSuccess()).isFalse();
        assertThat(result.getUnknown()).containsExactly("pasword");
        catalog.setSuggestionStrategy((names, unknown) -> new String[] {"password"});
        assertThat(validate("iwfm:host?pasword=x").summaryErrorMessage(false)).contains("Did you mean: [password]");
    }

    @Test
    void valuesOfTheWrongKindAreTold() {
        assertThat(validate("iwfm:host?operation=delete").getInvalidEnum()).containsEntry("operation", "delete");
        assertThat(validate("iwfm:host?proxyType=telepathy").getInvalidEnum()).containsKey("proxyType");
        assertThat(validate("iwfm:host?maxPending=many").getInvalidInteger()).containsEntry("maxPending", "many");
        assertThat(validate("iwfm:host?reuseAddress=perhaps").getInvalidBoolean())
                .containsEntry("reuseAddress", "perhaps");
        assertThat(validate("iwfm:host?requestTimeout=soon").getInvalidDuration())
                .containsEntry("requestTimeout", "soon");
    }

    @Test
    void anAddressIsRequired() {
        assertThat(validate("iwfm:?user=x").getRequired()).containsExactly("address");
    }

    @Test
    void secretsAreMarkedOnComponentAndEndpoint() throws IOException {
        ComponentModel model = JsonMapper.generateComponentModel(descriptor("iwfm"));
        for (var options : java.util.List.of(model.getEndpointOptions(), model.getComponentOptions())) {
            Set<String> secret = options.stream()
                    .filter(BaseOptionModel::isSecret)
                    .map(BaseOptionModel::getName)
                    .collect(Collectors.toSet());
            assertThat(secret).contains("password", "proxyUser", "proxyPassword");
            assertThat(options)
                    .filteredOn(
                            o -> o.getName().toLowerCase(java.util.Locale.ROOT).endsWith("password"))
                    .allMatch(BaseOptionModel::isSecret);
        }
    }

    @Test
    void everyOptionAndHeaderIsDescribed() throws IOException {
        ComponentModel model = JsonMapper.generateComponentModel(descriptor("iwfm"));
        assertThat(model.getEndpointOptions())
                .allSatisfy(o -> assertThat(o.getDescription()).isNotBlank());
        assertThat(model.getComponentOptions())
                .allSatisfy(o -> assertThat(o.getDescription()).isNotBlank());
        assertThat(model.getEndpointHeaders())
                .allSatisfy(h -> assertThat(h.getName()).startsWith("CamelIwfm"));
        assertThat(model.getComponentOptions().stream().map(BaseOptionModel::getName))
                .contains("configuration", "listener", "workerGroup", "requestTimeout");
    }
}
