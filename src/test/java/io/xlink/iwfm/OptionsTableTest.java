package io.xlink.iwfm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.camel.tooling.model.BaseOptionModel;
import org.apache.camel.tooling.model.ComponentModel;
import org.apache.camel.tooling.model.JsonMapper;
import org.junit.jupiter.api.Test;

/**
 * The tables of docs/iwfm-component.md say what the descriptor says. Run with {@code -Dxlink.docs.update=true} to have
 * them written anew.
 */
class OptionsTableTest {
    private static final Path DOCUMENT = Path.of("docs/iwfm-component.md");

    /** What every Camel component or endpoint has, and the beans that the options of the first table make up. */
    private static final Set<String> COMMON = Set.of(
            "bridgeErrorHandler",
            "lazyStartProducer",
            "exceptionHandler",
            "exchangePattern",
            "autowiredEnabled",
            "healthCheckConsumerEnabled",
            "healthCheckProducerEnabled",
            "configuration",
            "listener",
            "proxy",
            "tls");

    @Test
    void theTablesAreThoseOfTheDescriptor() throws IOException {
        ComponentModel model = JsonMapper.generateComponentModel(CatalogTest.descriptor("iwfm"));
        Set<String> ofEndpoint = model.getEndpointOptions().stream()
                .map(BaseOptionModel::getName)
                .collect(Collectors.toSet());
        String before = Files.readString(DOCUMENT);
        String after = before;
        after = with(after, "endpoint options", table(model.getEndpointOptions(), o -> !COMMON.contains(o.getName())));
        after = with(
                after,
                "component options",
                table(
                        model.getComponentOptions(),
                        o -> !COMMON.contains(o.getName()) && !ofEndpoint.contains(o.getName())));
        after = with(after, "headers", table(model.getEndpointHeaders(), o -> true));
        if (Boolean.getBoolean("xlink.docs.update")) {
            Files.writeString(DOCUMENT, after);
        } else {
            assertThat(before).as("run this test with -Dxlink.docs.update=true").isEqualTo(after);
        }
    }

    private static String with(String document, String name, String table) {
        String begin = "<!-- " + name + " -->\n";
        int from = document.indexOf(begin);
        int to = document.indexOf("<!-- /" + name + " -->");
        assertThat(from).as(begin).isNotNegative();
        return document.substring(0, from + begin.length()) + table + document.substring(to);
    }

    private static <T extends BaseOptionModel> String table(List<T> options, Predicate<T> shown) {
        return options.stream().filter(shown).map(OptionsTableTest::row).collect(Collectors.joining());
    }

    private static String row(BaseOptionModel option) {
        String value = option.getDefaultValue() == null ? "" : "`" + option.getDefaultValue() + "`";
        String kind = option.getEnums() == null || option.getEnums().isEmpty()
                ? option.getType() == null ? option.getShortJavaType() : option.getType()
                : option.getEnums().stream().map(e -> "`" + e + "`").collect(Collectors.joining(" "));
        return "| `" + option.getName() + "`" + (option.isSecret() ? " (secret)" : "") + " | " + side(option) + " | "
                + kind + " | " + value + " | " + option.getDescription() + " |\n";
    }

    private static String side(BaseOptionModel option) {
        String label = option.getLabel() == null ? "" : option.getLabel();
        return label.contains("producer") ? "producer" : label.contains("consumer") ? "consumer" : "both";
    }
}
