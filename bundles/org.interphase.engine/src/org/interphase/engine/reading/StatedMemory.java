package org.interphase.engine.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interphase.api.DatasetReader;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.api.Stated;
import org.interphase.engine.document.AtomicFiles;
import org.interphase.engine.document.DocumentException;
import org.interphase.engine.document.Documents;
import org.interphase.engine.internal.StatedTree;
import org.interphase.engine.internal.YamlText;
import org.interphase.engine.internal.YamlValue;
import org.interphase.engine.recipe.Checksums;

/**
 * What was said of files, kept over restarts. What was said of a file holds for that file. For others of the same
 * instrument it is only offered: two files are taken to be of one instrument if the same reader is surest of both,
 * their names have the same extension, and their headers agree once numbers are left out. The header of a text is what
 * stands above its first row of numbers (at most {@value #LINES} lines) and the number of fields of that row; of
 * anything else the first {@value #BYTES} bytes. Safe to use from several threads.
 */
public final class StatedMemory {

    private static final String FORMAT = "interphase statements 1";
    private static final int LINES = 20;
    private static final int BYTES = 16;
    private static final int MOST = 500;

    private final Path document;
    private final DatasetLoader loader;
    private final Map<String, Stated> files = new LinkedHashMap<>();
    private final Map<String, Offer> instruments = new LinkedHashMap<>();
    private boolean read;

    /**
     * What was said of a file of the same instrument.
     *
     * @param stated what was said
     * @param file name of that file
     */
    public record Offer(Stated stated, String file) {
    }

    /**
     * A memory.
     *
     * @param document where it is kept; made when first needed
     * @param loader tells which reader is surest of a file
     */
    public StatedMemory(Path document, DatasetLoader loader) {
        this.document = document;
        this.loader = loader;
    }

    /** What was said of a file. */
    public synchronized Stated of(Path file) {
        read();
        return files.getOrDefault(key(file), Stated.NOTHING);
    }

    /**
     * What was last said of a file of the same instrument.
     *
     * @throws IOException if the file cannot be read
     */
    public synchronized Optional<Offer> offer(Path file) throws IOException {
        read();
        return Optional.ofNullable(instruments.get(instrument(file)));
    }

    /**
     * Keeps what is said of a file, and offers it for others of the same instrument; saying nothing takes it back.
     *
     * @throws IOException if the file cannot be read, or the memory not be written
     */
    public synchronized void say(Path file, Stated stated) throws IOException {
        read();
        String instrument = instrument(file);
        files.remove(key(file));
        instruments.remove(instrument);
        if (!stated.isEmpty()) {
            files.put(key(file), stated);
            instruments.put(instrument, new Offer(stated, file.getFileName().toString()));
        }
        write();
    }

    private static String key(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }

    private String instrument(Path file) throws IOException {
        Source source = Source.of(file);
        SourceHead head = SourceHead.of(source);
        String reader = loader.candidates(head).stream().findFirst().map(DatasetReader::id).orElse("none");
        return reader + " " + source.extension() + " " + Checksums.ofBytes(header(head).getBytes(
                StandardCharsets.UTF_8)).substring(0, 16);
    }

    private static String header(SourceHead head) {
        StringBuilder out = new StringBuilder();
        if (!head.isText()) {
            for (int i = 0; i < Math.min(BYTES, head.bytes().length); i++) {
                out.append(head.bytes()[i]).append(' ');
            }
            return out.toString();
        }
        List<String> lines = head.text().lines().toList();
        for (int i = 0; i < Math.min(LINES, lines.size()); i++) {
            String line = lines.get(i).strip();
            if (line.matches("[-+.,;:\\s\\dEe\"|]*\\d[-+.,;:\\s\\dEe\"|]*")) {
                return out.append("columns ").append(line.split("[;\\s|]+|,(?=\\s|-?\\d+\\.)").length).toString();
            }
            out.append(line.replaceAll("\\d+", "#")).append('\n');
        }
        return out.toString();
    }

    private void read() {
        if (read) {
            return;
        }
        read = true;
        if (!Files.isRegularFile(document)) {
            return;
        }
        try {
            YamlValue root = YamlText.read(document.getFileName().toString(), Documents.content(document));
            for (YamlValue f : items(root, "files")) {
                files.put(f.text("path", "a file", ""), StatedTree.read(f, "a file"));
            }
            for (YamlValue i : items(root, "instruments")) {
                instruments.put(i.text("instrument", "an instrument", ""), new Offer(StatedTree.read(i,
                        "an instrument"), i.text("file", "an instrument", "")));
            }
        } catch (IOException e) {
            // a memory that cannot be read is none: everything in it can be said again
            files.clear();
            instruments.clear();
        }
    }

    private static List<YamlValue> items(YamlValue root, String key) throws DocumentException {
        return root.get(key).isEmpty() ? List.of() : root.get(key).get().list("'" + key + "'");
    }

    private void write() throws IOException {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", FORMAT);
        List<Object> said = new ArrayList<>();
        files.forEach((path, stated) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("path", path);
            one.put(StatedTree.KEY, stated.entries());
            said.add(one);
        });
        List<Object> offered = new ArrayList<>();
        instruments.forEach((instrument, o) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("instrument", instrument);
            one.put("file", o.file);
            one.put(StatedTree.KEY, o.stated.entries());
            offered.add(one);
        });
        tree.put("files", newest(said));
        tree.put("instruments", newest(offered));
        Files.createDirectories(document.toAbsolutePath().getParent());
        AtomicFiles.write(document, YamlText.write(tree));
    }

    private static List<Object> newest(List<Object> all) {
        return all.subList(Math.max(0, all.size() - MOST), all.size());
    }
}
