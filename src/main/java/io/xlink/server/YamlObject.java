package io.xlink.server;

import io.xlink.config.ConfigException;
import io.xlink.config.NearestName;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A YAML mapping with a fixed set of keys. Every error names the line and column of what is wrong. */
final class YamlObject {
    private final Path file;
    private final String what;
    private final Node node;
    private final Map<String, Node> values = new LinkedHashMap<>();

    /**
     * @param what what the mapping describes, with its article: {@code a queue}
     * @param keys the keys that it may have
     * @throws ConfigException when the node is no mapping, or has an unknown key or one key twice
     */
    YamlObject(Path file, Node node, String what, List<String> keys) {
        this.file = file;
        this.what = what;
        this.node = node;
        if (!(node instanceof MappingNode mapping)) {
            throw error(node, what + " must have keys", "Write it as {" + keys.get(0) + ": ...}");
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = text(tuple.getKeyNode(), "a key");
            if (!keys.contains(key)) {
                String remedy = NearestName.of(key, keys)
                        .map(near -> "Did you mean '" + near + "'?")
                        .orElse("Known here: " + String.join(", ", keys));
                throw error(tuple.getKeyNode(), "unknown key '" + key + "' in " + what, remedy);
            }
            if (values.put(key, tuple.getValueNode()) != null) {
                throw error(tuple.getKeyNode(), "key '" + key + "' stands twice in " + what, "Keep one of them");
            }
        }
    }

    Path file() {
        return file;
    }

    /** The value of a key; empty when the key is missing or has no value. */
    Optional<Node> value(String key) {
        return Optional.ofNullable(values.get(key)).filter(value -> !isEmpty(value));
    }

    /** Where errors about a key point to: its value, or the whole mapping when it is missing. */
    Node at(String key) {
        return values.getOrDefault(key, node);
    }

    Optional<String> optionalText(String key) {
        return value(key).map(value -> text(value, "'" + key + "' of " + what));
    }

    String text(String key) {
        return optionalText(key)
                .orElseThrow(() -> error(at(key), "'" + key + "' of " + what + " is missing", "Add " + key + ": ..."));
    }

    /** An id: a whole number greater than 0. */
    int id() {
        String text = text("id");
        try {
            int id = Integer.parseInt(text);
            if (id > 0) {
                return id;
            }
        } catch (NumberFormatException e) {
            // Reported below, together with numbers that are out of range.
        }
        throw error(
                at("id"),
                "id " + text + " of " + what + " is not a whole number from 1 to " + Integer.MAX_VALUE,
                "Write the number that mappings use");
    }

    /** The elements of a list; none when the key is missing. */
    List<Node> list(String key) {
        Optional<Node> value = value(key);
        if (value.isEmpty()) {
            return List.of();
        }
        if (value.get() instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        throw error(value.get(), "'" + key + "' of " + what + " is not a list", "Begin each element with '- '");
    }

    /** The text of a single value, as it stands in the file: {@code 007} is not 7. */
    String text(Node value, String name) {
        if (value instanceof ScalarNode scalar && !isEmpty(value)) {
            return scalar.getValue().strip();
        }
        throw error(value, name + " is not a single value", "Write one word, number or quoted text");
    }

    /** The error to throw about a node of this file. */
    ConfigException error(Node at, String problem, String remedy) {
        return error(file, at.getStartMark(), problem, remedy);
    }

    static ConfigException error(Path file, Optional<Mark> mark, String problem, String remedy) {
        return mark.map(at -> new ConfigException(file, at.getLine() + 1, at.getColumn() + 1, problem, remedy))
                .orElseGet(() -> new ConfigException(file, 0, problem, remedy));
    }

    private static boolean isEmpty(Node value) {
        return value instanceof ScalarNode scalar
                && (scalar.getTag().equals(Tag.NULL) || scalar.getValue().isBlank());
    }
}
