package io.xlink.source.jdbc;

import io.xlink.config.ConfigException;
import io.xlink.config.Secret;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Data sources that {@code application.properties} defines: {@code xlink.datasource.NAME.url}, {@code .user}, {@code
 * .password} and {@code .property.X} for a setting of the driver. {@code {{env:X}}} stands for an environment variable.
 */
final class NamedSources {
    private static final String FILE = "application.properties";
    private static final String PREFIX = "xlink.datasource.";
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{env:([A-Za-z0-9_]+)}}");

    private final Path file;
    private final Map<String, String> environment;

    NamedSources(Path conf, Map<String, String> environment) {
        this.file = conf.resolve(FILE);
        this.environment = environment;
    }

    /** @throws ConfigException when the file cannot be read, or a definition has no URL */
    Optional<JdbcAddress> find(String name) {
        Map<String, String> settings = new LinkedHashMap<>();
        String prefix = (PREFIX + name + ".").toLowerCase(Locale.ROOT);
        Properties properties = properties();
        properties.stringPropertyNames().stream()
                .filter(key -> key.toLowerCase(Locale.ROOT).startsWith(prefix))
                .forEach(key -> settings.put(key.substring(prefix.length()), value(key, properties)));
        if (settings.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> driver = new LinkedHashMap<>();
        settings.forEach((key, value) -> {
            if (key.startsWith("property.")) {
                driver.put(key.substring("property.".length()), value);
            }
        });
        String url = settings.get("url");
        if (url == null || !url.startsWith("jdbc:")) {
            throw new ConfigException(
                    file,
                    0,
                    "the data source " + name + " has no URL of JDBC",
                    "Write " + PREFIX + name + ".url=jdbc:...");
        }
        return Optional.of(new JdbcAddress(
                name,
                url,
                Optional.ofNullable(settings.get("user")),
                Optional.ofNullable(settings.get("password")).map(Secret::new),
                driver,
                file.toString()));
    }

    private Properties properties() {
        Properties properties = new Properties();
        if (Files.isRegularFile(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new ConfigException(
                        file, 0, "cannot be read: " + e.getMessage(), "Look at its rights, and save it as UTF-8");
            }
        }
        return properties;
    }

    private String value(String key, Properties properties) {
        Matcher variable = VARIABLE.matcher(properties.getProperty(key).strip());
        return variable.replaceAll(found -> {
            String value = environment.get(found.group(1));
            if (value == null) {
                throw new ConfigException(
                        file,
                        0,
                        key + " names the environment variable " + found.group(1) + ", which is not set",
                        "Set it where the program is started");
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
