package org.interphase.fuzz;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.tools.ToolProvider;
import org.interphase.engine.document.AnalysisStore;
import org.interphase.engine.recipe.Checksums;
import org.interphase.testkit.synthetic.SmallExample;

/**
 * Kills a batch, a report and the installation of a plug-in at random moments, again and again over what the last one
 * left, and looks at the disk each time: every file is whole, none that was there is gone; at the end each verb is run
 * once more and does what it does where nothing was killed.
 */
public final class KilledVerbs {

    private static final int COPIES = 4;
    private static final String JOURNAL = "results.jsonl";
    /** So often a journal is gone on with before its results are made in another way. */
    private static final int RESUMED = 8;
    private static final int CHECK = ",\"check\":\"01234567\"}".length();
    private static final String SOURCE = """
            package com.example.killed;
            import java.util.List;
            import org.interphase.api.*;
            public final class Plugin implements Technique {
                public String id() { return "killed"; }
                public String title() { return "Killed"; }
                public List<DatasetReader> readers() { return List.of(); }
                public List<Operation<?, ?>> operations() { return List.of(); }
                public List<Recipe> recipes() { return List.of(); }
            }
            """;

    private final Path folder;
    private final Random random = new Random();
    private int half;
    private int lost;
    private int finished;
    private int remains;

    private KilledVerbs(Path folder) {
        this.folder = folder;
    }

    /** Arguments: how often each verb is killed, an empty folder, and the beginning of the one verb if not all. */
    public static void main(String[] args) throws Exception {
        int kills = Integer.parseInt(args[0]);
        int wrong = 0;
        System.out.println("| verb | kills | finished before | lost | half | temporary files left |");
        System.out.println("|---|---|---|---|---|---|");
        String only = args.length > 2 ? args[2] : "";
        for (String verb : Stream.of("batch", "journal", "report", "installation of a plug-in")
                .filter(v -> v.startsWith(only)).toList()) {
            KilledVerbs k = new KilledVerbs(Files.createDirectories(Path.of(args[1]).resolve(verb.replace(' ', '-'))));
            k.make();
            k.kill(verb, kills);
            System.out.printf(Locale.ROOT, "| %s | %d | %d | %d | %d | %d |%n", verb, kills, k.finished, k.lost,
                    k.half, k.remains);
            wrong += k.lost + k.half;
        }
        System.exit(wrong == 0 ? 0 : 1);
    }

    private void make() throws IOException {
        for (int i = 0; i < COPIES; i++) {
            for (Map.Entry<String, String> e : SmallExample.files().entrySet()) {
                Path file = folder.resolve(e.getKey().replace("raw/", "raw/" + i));
                Files.createDirectories(file.getParent());
                if (e.getKey().startsWith("raw/")) {
                    Files.writeString(file, e.getValue());
                }
            }
        }
        Files.createDirectories(folder.resolve("plugins"));
        for (int i = 0; i < 2; i++) {
            jar(folder.resolve("v" + i + ".jar"), "1.0." + i);
        }
    }

    /** A plug-in with some megabytes beside its class, so that writing it takes a while. */
    private void jar(Path jar, String version) throws IOException {
        Path source = Files.writeString(folder.resolve("Plugin.java"), SOURCE);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, "-proc:none", "-nowarn", "-d",
                classes.toString(), "-cp", System.getProperty("java.class.path"), source.toString()) != 0) {
            throw new IllegalStateException("the plug-in does not compile");
        }
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", "com.example.killed");
        main.putValue("Bundle-Version", version);
        main.putValue("Import-Package", "org.interphase.api");
        try (OutputStream out = Files.newOutputStream(jar); JarOutputStream zip = new JarOutputStream(out, manifest)) {
            zip.putNextEntry(new ZipEntry("META-INF/services/org.interphase.api.Technique"));
            zip.write("com.example.killed.Plugin\n".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("com/example/killed/Plugin.class"));
            zip.write(Files.readAllBytes(classes.resolve("com/example/killed/Plugin.class")));
            zip.putNextEntry(new ZipEntry("data.bin"));
            byte[] data = new byte[8 << 20];
            random.nextBytes(data);
            zip.write(data);
        }
    }

    /** The command line of a verb; odd and even ones give other results. */
    private List<String> line(String verb, int n) throws IOException {
        int odd = n % 2;
        if (verb.equals("batch")) {
            List<String> line = new ArrayList<>(List.of("run", "xps/f1s-lif-cf2"));
            try (Stream<Path> raw = Files.list(folder.resolve("raw"))) {
                raw.map(Path::toString).sorted().forEach(line::add);
            }
            line.addAll(List.of("--out", folder.resolve("out").toString(), "--set", "fit.detection=" + (4 + odd)));
            return line;
        }
        if (verb.equals("journal")) {
            Files.createDirectories(folder.resolve("out"));
            List<String> line = new ArrayList<>(line("batch", n / RESUMED));
            line.set(line.indexOf("--out"), "--journal");
            line.set(line.indexOf(folder.resolve("out").toString()), folder.resolve("out").resolve(JOURNAL).toString());
            line.add("--resume");
            return line;
        }
        if (verb.equals("report")) {
            Files.writeString(folder.resolve("project.yaml"), "format: interphase project 1\ntitle: Number " + odd
                    + "\nsamples:\n  - {name: A, files: 'raw/*'}\nrecipes:\n  - recipe: xps/f1s-lif-cf2\n    set: "
                    + "{fit.detection: " + (4 + odd) + "}\n");
            return List.of("report", folder.toString(), "--format", "html,csv,json,xlsx,docx", "--out",
                    folder.resolve("out").toString());
        }
        return List.of("plugin", "install", folder.resolve("v" + odd + ".jar").toString());
    }

    private Process start(String verb, int n) throws IOException {
        List<String> all = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Djava.awt.headless=true",
                "-Dinterphase.plugins=" + folder.resolve("plugins"), "-cp", System.getProperty("java.class.path"),
                "org.interphase.cli.CliMain"));
        all.addAll(line(verb, n));
        return new ProcessBuilder(all).redirectErrorStream(true).redirectOutput(folder.resolve("told").toFile())
                .start();
    }

    private Path output(String verb) {
        return folder.resolve(verb.startsWith("install") ? "plugins" : "out");
    }

    private void kill(String verb, int kills) throws Exception {
        double whole = 0;
        for (int n = 0; n < 2; n++) {
            long began = System.nanoTime();
            finish(verb, n);
            whole = (System.nanoTime() - began) / 1e6;
        }
        for (int n = 0; n < kills; n++) {
            TreeSet<String> before = names(output(verb));
            List<String> lines = lines();
            Process p = start(verb, n);
            long began = System.nanoTime();
            // most of the first third is Java starting; how long a run takes changes with what else the machine does
            if (p.waitFor((long) (whole / 3 + random.nextDouble() * 0.8 * whole), TimeUnit.MILLISECONDS)) {
                finished++;
                whole = 0.7 * whole + 0.3 * (System.nanoTime() - began) / 1e6;
            } else {
                p.destroyForcibly().waitFor();
                whole *= 1.01;
            }
            look(verb, before);
            grown(lines, lines());
        }
        finish(verb, kills);
        look(verb, names(output(verb)));
    }

    private void finish(String verb, int n) throws Exception {
        if (start(verb, n).waitFor() != 0) {
            throw new IllegalStateException(verb + ": " + Files.readString(folder.resolve("told")));
        }
    }

    private static TreeSet<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return new TreeSet<>(all.filter(Files::isRegularFile).map(f -> folder.relativize(f).toString()).toList());
        }
    }

    private void look(String verb, TreeSet<String> before) throws IOException {
        Path out = output(verb);
        TreeSet<String> now = names(out);
        for (String name : now) {
            if (name.endsWith(".interphase-tmp")) {
                Files.delete(out.resolve(name));
                remains++;
            } else if (!isWhole(out.resolve(name))) {
                half++;
                System.err.println(verb + ": " + name + " is half");
            }
        }
        before.stream().filter(n -> !n.endsWith(".interphase-tmp") && !now.contains(n)).forEach(n -> {
            lost++;
            System.err.println(verb + ": " + n + " is lost");
        });
    }

    /** The whole lines of the journal; none where there is none. */
    private List<String> lines() throws IOException {
        Path journal = folder.resolve("out").resolve(JOURNAL);
        if (!Files.exists(journal)) {
            return List.of();
        }
        String text = Files.readString(journal);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    private void grown(List<String> before, List<String> now) {
        if (now.size() < before.size() || !now.subList(0, before.size()).equals(before)) {
            lost++;
            System.err.println("of " + before.size() + " lines of the journal some are gone");
        }
    }

    /** Every line but one that was cut at the end, which the program cuts off, holds its checksum. */
    private boolean isWholeJournal() throws IOException {
        return lines().stream().allMatch(line -> {
            int end = Math.max(0, line.length() - CHECK);
            CRC32 crc = new CRC32();
            crc.update(line.substring(0, end).getBytes(StandardCharsets.UTF_8));
            return line.endsWith(String.format(Locale.ROOT, ",\"check\":\"%08x\"}", crc.getValue()));
        });
    }

    private boolean isWhole(Path file) throws IOException {
        String name = file.getFileName().toString();
        try {
            if (name.endsWith(AnalysisStore.SUFFIX)) {
                return !AnalysisStore.read(file).measurements().isEmpty();
            } else if (name.equals(JOURNAL)) {
                return isWholeJournal();
            } else if (name.endsWith(".jar")) {
                return Stream.of("v0.jar", "v1.jar").map(folder::resolve).anyMatch(j -> same(j, file));
            } else if (name.endsWith(".xlsx") || name.endsWith(".docx")) {
                try (ZipFile zip = new ZipFile(file.toFile())) {
                    return zip.size() > 3;
                }
            }
            String text = Files.readString(file).strip();
            return text.endsWith(name.endsWith(".html") ? "</html>" : name.endsWith(".json") ? "}" : "")
                    && !text.isEmpty();
        } catch (IOException e) {
            System.err.println(e);
            return false;
        }
    }

    private static boolean same(Path one, Path other) {
        try {
            return Arrays.equals(Checksums.ofFile(one).getBytes(StandardCharsets.US_ASCII),
                    Checksums.ofFile(other).getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            return false;
        }
    }
}
