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
    private static final double LONGEST_RUN = 10;

    private ReaderSweep() {
    }

    /** Arguments: folders of seeds and for findings, seconds and runs per reader at most, readers (all without one). */
    public static void main(String[] args) throws IOException {
        List<String> chosen = new ArrayList<>(List.of(args).subList(4, args.length));
        for (Map.Entry<String, DatasetReader> e : SeedFolders.readers().entrySet()) {
            if (chosen.isEmpty() || chosen.contains(e.getKey())) {
                sweep(e.getValue(), Path.of(args[0]).resolve(e.getKey()), Path.of(args[1]).resolve(e.getKey()),
                        Double.parseDouble(args[2]), Long.parseLong(args[3]));
            }
        }
    }

    private static void sweep(DatasetReader reader, Path folder, Path findings, double seconds, long most)
            throws IOException {
        List<Source> seeds = FileSeed.of(folder).files(folder);
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
        long allocated = 0;
        long longest = 0;
        ReachedCode.forget();
        Overrun overrun = new Overrun(LONGEST_RUN);
        while (System.nanoTime() < end && runs < most) {
            // small files more often: they show the same in less time
            double place = random.nextDouble();
            Source seed = seeds.get((int) (place * place * place * seeds.size()));
            byte[] bytes = mutator.mutate(seed.readAll(1 << 21));
            Source file = Source.of(seed.name(), bytes);
            long before = runs;
            overrun.begin(() -> endless(reader, before, findings, file, bytes));
            ReaderTrial.Reading reading = trial.read(file);
            overrun.end();
            runs++;
            read += reading.error() == null ? 1 : 0;
            allocated = Math.max(allocated, reading.allocated());
            longest = Math.max(longest, reading.nanoseconds());
            if (reading.fault().isPresent() && found.putIfAbsent(kind(reading), text(reading)) == null) {
                Files.createDirectories(findings);
                Files.write(findings.resolve(found.size() + "-" + seed.name()), bytes);
            }
        }
        System.out.printf(Locale.ROOT, "| `%s` | %d | %.0f %% | %s | %.1f MB | %.0f ms | %d |%n", reader.id(),
                runs, 100.0 * read / Math.max(1, runs), ReachedCode.of(reader.getClass()), allocated / 1e6,
                longest / 1e6, found.size());
        found.values().forEach(f -> System.out.println("    " + f));
    }

    // a reader that does not come back cannot be stopped, so the sweep ends with it
    private static void endless(DatasetReader reader, long runs, Path findings, Source file, byte[] bytes) {
        System.out.printf(Locale.ROOT, "| `%s` | %d | | | | more than %.0f s | 1 |%n    it does not end%n",
                reader.id(), runs + 1, LONGEST_RUN);
        try {
            Files.createDirectories(findings);
            Files.write(findings.resolve("endless-" + file.name()), bytes);
        } catch (IOException e) {
            System.err.println(e);
        }
        System.out.flush();
        Runtime.getRuntime().halt(1);
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
