package org.interphase.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Command line of the benchmarks. */
public final class Main {

    private static final String USAGE = """
            usage: run [NAME...] [--json FILE] [--data DIR] [--quick] [--write-data DIR]
              NAME            suites to run: %s (all without a name)
              --json FILE     write the rows as a JSON array
              --data DIR      read xps_1000.csv, raman.csv (x, then spectra) and baseline.csv (x, y) from there;
                              xps_starts.csv and raman_starts.csv (one line of start values) if present
              --quick         few short repetitions
              --write-data DIR  write the built-in data in that form, for other programs, and stop
            """;

    private Main() {
    }

    /** Exit codes: 0 done, 1 a suite failed, 2 wrong usage. */
    public static void main(String[] args) throws IOException {
        List<String> names = new ArrayList<>();
        Path json = null;
        Path data = null;
        boolean quick = false;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--json" -> json = Path.of(value(args, ++i));
                case "--data" -> data = Path.of(value(args, ++i));
                case "--write-data" -> {
                    FitData.write(Path.of(value(args, ++i)));
                    return;
                }
                case "--quick" -> quick = true;
                case "--help", "-h" -> {
                    System.out.print(usage());
                    return;
                }
                default -> names.add(args[i]);
            }
        }
        List<String> known = Suites.all().stream().map(Suite::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                fail("no suite is called " + name);
            }
        }
        if (data != null && !Files.isDirectory(data)) {
            fail(data + " is not a folder");
        }
        System.exit(run(names, json, new Context(data, quick)));
    }

    private static int run(List<String> names, Path json, Context context) throws IOException {
        int failures = 0;
        for (Suite suite : Suites.all()) {
            if (names.isEmpty() || names.contains(suite.name())) {
                try {
                    suite.run(context);
                } catch (Exception e) {
                    failures++;
                    System.err.println("suite " + suite.name() + " failed: " + e);
                }
            }
        }
        if (json != null) {
            String text = context.rows().stream().map(Row::json).collect(Collectors.joining(",\n ", "[", "]\n"));
            Files.writeString(json, text, StandardCharsets.UTF_8);
        }
        return failures == 0 ? 0 : 1;
    }

    private static String value(String[] args, int i) {
        if (i >= args.length) {
            fail(args[i - 1] + " needs a value");
        }
        return args[i];
    }

    private static void fail(String message) {
        System.err.println(message);
        System.err.print(usage());
        System.exit(2);
    }

    private static String usage() {
        return USAGE.formatted(Suites.all().stream().map(Suite::name).collect(Collectors.joining(", ")));
    }
}
