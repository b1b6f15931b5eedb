package org.interphase.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.interphase.api.DatasetReader;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.api.Technique;
import org.interphase.testkit.fuzz.ContainerBytes;

/**
 * Writes the seeds of every reader: the samples of its technique's contract test and, where there is a folder of
 * recorded data, the files in it that the reader knows. A seed is the content of a file and one byte that says which
 * name it has (lower seven bits) and whether it is a zip laid out flat (highest bit).
 */
public final class SeedFolders {

    private static final int LARGEST = 256 << 10;
    private static final int MOST_RECORDED = 25;
    private static final int SURE = 40;

    private SeedFolders() {
    }

    /** All readers that are installed. */
    static Map<String, DatasetReader> readers() {
        Map<String, DatasetReader> out = new TreeMap<>();
        ServiceLoader.load(Technique.class).forEach(t -> t.readers().forEach(r -> out.put(r.id(), r)));
        return out;
    }

    /**
     * Arguments: the folder to write to, folders with compiled tests, and {@code --data FOLDER} for recorded data.
     */
    public static void main(String[] args) throws Exception {
        Path target = Path.of(args[0]);
        Map<String, List<Source>> samples = new TreeMap<>();
        readers().keySet().forEach(id -> samples.put(id, new ArrayList<>()));
        Path data = null;
        for (int i = 1; i < args.length; i++) {
            if (args[i].equals("--data")) {
                data = Path.of(args[++i]);
            } else {
                addSamples(Path.of(args[i]), samples);
            }
        }
        if (data != null) {
            addRecorded(data, samples);
        }
        for (Map.Entry<String, List<Source>> e : samples.entrySet()) {
            write(target.resolve(e.getKey()), e.getValue());
        }
    }

    private static void addSamples(Path classes, Map<String, List<Source>> samples) throws Exception {
        List<String> names;
        try (Stream<Path> files = Files.walk(classes)) {
            names = files.map(f -> classes.relativize(f).toString().replace('\\', '/'))
                    .filter(f -> f.matches(".*(ContractTest|Samples)\\.class")).sorted().toList();
        }
        for (String name : names) {
            Class<?> type = Class.forName(name.substring(0, name.length() - 6).replace('/', '.'));
            Method method;
            try {
                method = type.getDeclaredMethod("samples");
            } catch (NoSuchMethodException e) {
                continue;
            }
            method.setAccessible(true);
            Object test = null;
            if (!Modifier.isStatic(method.getModifiers())) {
                Constructor<?> made = type.getDeclaredConstructor();
                made.setAccessible(true);
                test = made.newInstance();
            }
            @SuppressWarnings("unchecked")
            Map<String, List<Source>> given = (Map<String, List<Source>>) method.invoke(test);
            given.forEach((reader, files) -> samples.computeIfPresent(reader, (id, all) -> {
                all.addAll(files);
                return all;
            }));
        }
    }

    private static void addRecorded(Path data, Map<String, List<Source>> samples) throws IOException {
        Map<String, DatasetReader> readers = readers();
        Map<String, Integer> taken = new LinkedHashMap<>();
        List<Path> files;
        try (Stream<Path> all = Files.walk(data)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            if (Files.size(file) > LARGEST) {
                continue;
            }
            Source source = Source.of(file.getFileName().toString(), Files.readAllBytes(file));
            SourceHead head = SourceHead.of(source);
            for (DatasetReader reader : readers.values()) {
                if (reader.confidence(head) >= SURE && taken.merge(reader.id(), 1, Integer::sum) <= MOST_RECORDED) {
                    samples.get(reader.id()).add(source);
                }
            }
        }
    }

    private static void write(Path folder, List<Source> files) throws IOException {
        Path seeds = Files.createDirectories(folder.resolve("seeds"));
        Set<String> names = new LinkedHashSet<>();
        for (Source file : files) {
            String name = file.name();
            if (names.size() < 127) {
                names.add(name);
            }
            int index = Math.max(0, List.copyOf(names).indexOf(name));
            byte[] content = file.readAll(LARGEST * 4L);
            Files.write(seeds.resolve(Integer.toString(seeds.toFile().list().length)), seed(content, index));
        }
        Files.write(folder.resolve("names"), names);
    }

    private static byte[] seed(byte[] content, int index) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (ContainerBytes.isZip(content)) {
            out.writeBytes(ContainerBytes.flat(ContainerBytes.unzip(content)));
            out.write(index | 0x80);
        } else {
            out.writeBytes(content);
            out.write(index);
        }
        return out.toByteArray();
    }
}
