package org.interphase.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.interphase.engine.registry.TechniqueRegistry;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Runs the command line with the techniques of the class path and takes its JSON apart. */
final class CommandLineRun {

    private static final TechniqueRegistry REGISTRY = TechniqueRegistry.fromClassPath();

    private CommandLineRun() {
    }

    static Answer of(List<String> arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), false);
        int code = NoPlugins.over(() -> REGISTRY, console).run(arguments.toArray(String[]::new));
        return new Answer(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Lines of a file in the encoding that has every byte. */
    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a verb answered. */
    record Answer(int code, String out, String err) {

        /** The document on standard output; JSON is read as the YAML it also is. */
        @SuppressWarnings("unchecked")
        private Map<String, Object> json() {
            Object tree = new Load(LoadSettings.builder().setCodePointLimit(1 << 28).build()).loadFromString(out);
            return tree instanceof Map<?, ?> ? (Map<String, Object>) tree : Map.of();
        }

        @SuppressWarnings("unchecked")
        private static List<Map<String, Object>> list(Map<String, Object> tree, String key) {
            Object value = tree.get(key);
            return value == null ? List.of() : (List<Map<String, Object>>) value;
        }

        List<Map<String, Object>> datasets() {
            return list(json(), "datasets");
        }

        Map<String, Object> axis(int dataset) {
            return list(datasets().get(dataset), "axes").get(0);
        }

        @SuppressWarnings("unchecked")
        Map<String, Object> signal(int dataset) {
            return (Map<String, Object>) datasets().get(dataset).get("signal");
        }

        List<String> remarks(int dataset) {
            List<String> out = new ArrayList<>();
            list(datasets().get(dataset), "remarks").forEach(r -> out.add(r.get("text").toString()));
            return out;
        }

        Map<String, Object> result(int index) {
            return list(json(), "results").get(index);
        }

        List<Map<String, Object>> measurements(int index) {
            return list(result(index), "measurements");
        }

        private Map<String, Object> measurement(String nameOrSymbol) {
            return list(json(), "results").stream().flatMap(r -> list(r, "measurements").stream())
                    .filter(m -> nameOrSymbol.equals(m.get("name")) || nameOrSymbol.equals(m.get("symbol")))
                    .findFirst().orElseThrow(() -> new AssertionError("no measurement " + nameOrSymbol + " in " + out
                            + err));
        }

        double value(String nameOrSymbol) {
            Object value = measurement(nameOrSymbol).get("value");
            if (value == null) {
                throw new AssertionError(nameOrSymbol + " has no value");
            }
            return ((Number) value).doubleValue();
        }

        double uncertainty(String nameOrSymbol) {
            return ((Number) measurement(nameOrSymbol).get("uncertainty")).doubleValue();
        }
    }
}
