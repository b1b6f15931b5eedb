package org.interphase.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

    /**
     * Arguments: folders of seeds, for findings and for what earlier sweeps counted, to which this one adds ({@code -}
     * for none); seconds of this sweep and files of all sweeps per reader at most; readers (all without one).
     */
    public static void main(String[] args) throws IOException {
        List<String> chosen = new ArrayList<>(List.of(args).subList(5, args.length));
        for (Map.Entry<String, DatasetReader> e : SeedFolders.readers().entrySet()) {
            if (chosen.isEmpty() || chosen.contains(e.getKey())) {
                sweep(e.getValue(), Path.of(args[0]).resolve(e.getKey()), Path.of(args[1]).resolve(e.getKey()),
                        args[2].equals("-") ? Optional.empty() : Optional.of(Path.of(args[2])),
                        Double.parseDouble(args[3]), Long.parseLong(args[4]));
            }
        }
    }

    private static void sweep(DatasetReader reader, Path folder, Path findings, Optional<Path> counts,
            double seconds, long most) throws IOException {
        Tally earlier = counts.isEmpty() ? Tally.none() : Tally.kept(tally(counts.get(), reader));
        Seeds seeds = Seeds.of(reader, FileSeed.of(folder).files(folder));
        ReaderTrial trial = new ReaderTrial(reader, MEMORY, SECONDS);
        for (Source s : seeds.files()) {
            trial.read(s);
        }
        FileMutator mutator = new FileMutator(System.nanoTime());
        Random random = new Random();
        Map<String, String> found = new LinkedHashMap<>();
        long began = System.nanoTime();
        Tally now = Tally.none();
        ReachedCode.forget();
        Overrun overrun = new Overrun(LONGEST_RUN);
        while (System.nanoTime() - began < seconds * 1e9 && earlier.runs() + now.runs() < most) {
            Source seed = seeds.pick(random);
            byte[] bytes = mutator.mutate(seed.readAll(1 << 21));
            Source file = Source.of(seed.name(), bytes);
            Tally before = earlier.plus(now);
            overrun.begin(() -> endless(reader, before, counts, findings, file, bytes));
            ReaderTrial.Reading reading = trial.read(file);
            overrun.end();
            boolean fresh = reading.fault().isPresent() && found.putIfAbsent(kind(reading), text(reading)) == null;
            now = now.plus(new Tally(1, reading.error() == null ? 1 : 0, reading.allocated(), reading.nanoseconds(),
                    fresh ? 1 : 0, 0));
            if (fresh) {
                Files.createDirectories(findings);
                Files.write(findings.resolve(System.currentTimeMillis() + "-" + seed.name()), bytes);
            }
        }
        Tally all = earlier.plus(now).plus(new Tally(0, 0, 0, 0, 0, (System.nanoTime() - began) / 1_000_000));
        if (counts.isPresent()) {
            all.keep(tally(counts.get(), reader));
        }
        System.out.printf(Locale.ROOT, "| `%s` | %d | %.0f %% | %s | %.1f MB | %.0f ms | %d |%n", reader.id(),
                all.runs(), 100.0 * all.read() / Math.max(1, all.runs()), ReachedCode.of(reader.getClass(),
                        counts.map(c -> c.resolve(reader.id() + ".reached"))), all.allocated() / 1e6,
                all.longest() / 1e6, all.findings());
        found.values().forEach(f -> System.out.println("    " + f));
    }

    private static Path tally(Path counts, DatasetReader reader) {
        return counts.resolve(reader.id());
    }

    // a reader that does not come back cannot be stopped, so the sweep ends with it
    private static void endless(DatasetReader reader, Tally before, Optional<Path> counts, Path findings, Source file,
            byte[] bytes) {
        System.out.printf(Locale.ROOT, "| `%s` | %d | | | | more than %.0f s | %d |%n    it does not end%n",
                reader.id(), before.runs() + 1, LONGEST_RUN, before.findings() + 1);
        try {
            if (counts.isPresent()) {
                before.plus(new Tally(1, 0, 0, (long) (LONGEST_RUN * 1e9), 1, 0)).keep(tally(counts.get(), reader));
            }
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
