package org.interphase.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.interphase.api.DatasetReader;
import org.interphase.api.Source;
import org.interphase.testkit.fuzz.FileMutator;
import org.interphase.testkit.fuzz.ReaderTrial;

/**
 * Readers on files made of their seeds by {@link FileMutator}: knows what files are made of, where Jazzer knows which
 * way the code took. Prints a row per reader and every finding once; the file that shows it is kept.
 */
public final class ReaderSweep {

    private static final long MEMORY = 256L << 20;
    private static final double SECONDS = 1;

    private ReaderSweep() {
    }

    /** Arguments: folder of seeds, folder for findings, seconds per reader, readers (all without one). */
    public static void main(String[] args) throws IOException {
        List<String> chosen = new ArrayList<>(List.of(args).subList(3, args.length));
        for (Map.Entry<String, DatasetReader> e : SeedFolders.readers().entrySet()) {
            if (chosen.isEmpty() || chosen.contains(e.getKey())) {
                sweep(e.getValue(), Path.of(args[0]).resolve(e.getKey()), Path.of(args[1]).resolve(e.getKey()),
                        Double.parseDouble(args[2]));
            }
        }
    }

    private static void sweep(DatasetReader reader, Path folder, Path findings, double seconds) throws IOException {
        FileSeed names = FileSeed.of(folder);
        List<Source> seeds = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.resolve("seeds"))) {
            for (Path file : files.sorted().toList()) {
                seeds.add(names.file(Files.readAllBytes(file)));
            }
        }
        if (seeds.isEmpty()) {
            seeds.add(Source.of("empty.dat", new byte[64]));
        }
        ReaderTrial trial = new ReaderTrial(reader, MEMORY, SECONDS);
        for (Source s : seeds) {
            trial.read(s);
        }
        FileMutator mutator = new FileMutator(System.nanoTime());
        Random random = new Random();
        Map<String, String> found = new LinkedHashMap<>();
        long end = System.nanoTime() + (long) (seconds * 1e9);
        long runs = 0;
        long read = 0;
        long most = 0;
        long longest = 0;
        while (System.nanoTime() < end) {
            Source seed = seeds.get(random.nextInt(seeds.size()));
            byte[] bytes = mutator.mutate(seed.readAll(1 << 21));
            Source file = Source.of(seed.name(), bytes);
            ReaderTrial.Reading reading = trial.read(file);
            runs++;
            read += reading.error() == null ? 1 : 0;
            most = Math.max(most, reading.allocated());
            longest = Math.max(longest, reading.nanoseconds());
            if (reading.fault().isPresent() && found.putIfAbsent(kind(reading), text(reading)) == null) {
                Files.createDirectories(findings);
                Files.write(findings.resolve(found.size() + "-" + seed.name()), bytes);
            }
        }
        System.out.printf(Locale.ROOT, "| `%s` | %d | %.0f %% | %.1f MB | %.0f ms | %d |%n", reader.id(), runs,
                100.0 * read / Math.max(1, runs), most / 1e6, longest / 1e6, found.size());
        found.values().forEach(f -> System.out.println("    " + f));
    }

    private static String kind(ReaderTrial.Reading reading) {
        return reading.fault().orElseThrow().replaceAll("[0-9]+|'[^']*'", "#").replaceAll("(?<=Exception).*", "")
                + place(reading.error(), 2);
    }

    private static String text(ReaderTrial.Reading reading) {
        return reading.fault().orElseThrow() + place(reading.error(), 5);
    }

    private static String place(Throwable error, int depth) {
        if (error == null) {
            return "";
        }
        StringBuilder out = new StringBuilder();
        Stream.of(error.getStackTrace()).limit(depth).forEach(f -> out.append("\n        ").append(f));
        return out.toString();
    }
}
