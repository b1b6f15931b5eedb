package org.interphase.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.interphase.api.Source;
import org.interphase.testkit.fuzz.ContainerBytes;

/**
 * Files made of what the fuzzer gives, as {@link SeedFolders} lays them out.
 *
 * @param names names a file of the format may have
 */
record FileSeed(List<String> names) {

    /** The names that lie beside the seeds of a reader. */
    static FileSeed of(Path folder) throws IOException {
        return new FileSeed(Files.readAllLines(folder.resolve("names")));
    }

    /** The file that bytes stand for. */
    Source file(byte[] bytes) {
        int last = bytes.length == 0 ? 0 : bytes[bytes.length - 1];
        byte[] content = Arrays.copyOf(bytes, Math.max(0, bytes.length - 1));
        String name = names.isEmpty() ? "file.dat" : names.get((last & 0x7f) % names.size());
        return Source.of(name, (last & 0x80) != 0 ? packed(content) : content);
    }

    /** The seeds of a reader as files, small ones first; a blank one where there is none. */
    List<Source> files(Path folder) throws IOException {
        List<Source> out = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder.resolve("seeds"))) {
            for (Path seed : all.sorted(Comparator.comparingLong(f -> f.toFile().length())).toList()) {
                out.add(file(Files.readAllBytes(seed)));
            }
        }
        if (out.isEmpty()) {
            out.add(Source.of("empty.dat", new byte[64]));
        }
        return out;
    }

    private static byte[] packed(byte[] flat) {
        Map<String, byte[]> files = ContainerBytes.ofFlat(flat);
        files.keySet().removeIf(n -> n.length() > 200);
        return ContainerBytes.zip(files);
    }
}
