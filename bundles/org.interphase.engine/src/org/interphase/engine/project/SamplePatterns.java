package org.interphase.engine.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes the files of a sample as few wild cards that mean these files and no others of the folder, so that files that
 * come later find their sample.
 */
final class SamplePatterns {

    private static final int MOST_EXCEPTIONS = 3;

    private final ProjectFiles files;

    SamplePatterns(ProjectFiles files) {
        this.files = files;
    }

    /** Wild cards for the files of a sample. */
    List<String> of(String sample, List<Path> own) {
        if (own.equals(files.raw()) && own.size() > 1) {
            return List.of("**");
        }
        Map<String, Set<Path>> byTop = new LinkedHashMap<>();
        for (Path f : own) {
            byTop.computeIfAbsent(folder(files.relative(f)), k -> new HashSet<>()).add(f);
        }
        List<String> out = new ArrayList<>();
        Set<Path> done = new HashSet<>();
        for (Map.Entry<String, Set<Path>> e : byTop.entrySet()) {
            if (!done.containsAll(e.getValue())) {
                List<String> patterns = folder(sample, e.getKey(), e.getValue(), new HashSet<>(own));
                out.addAll(patterns);
                done.addAll(files.of(new Sample(sample, "", -1, 0, patterns)));
            }
        }
        return out;
    }

    private static String folder(String relative) {
        return relative.substring(0, relative.lastIndexOf('/') + 1);
    }

    private List<String> folder(String sample, String folder, Set<Path> here, Set<Path> own) {
        String in = ProjectStore.literal(folder);
        List<String> candidates = new ArrayList<>();
        for (int i = 0; i < folder.length(); i++) {
            if (folder.charAt(i) == '/') {
                candidates.add(ProjectStore.literal(folder.substring(0, i + 1)) + "**");
            }
        }
        List<String> plain = new ArrayList<>();
        for (String spelled : spellings(sample, here)) {
            String name = ProjectStore.literal(spelled);
            for (String form : List.of(name + "_*", name + "-*", name + " *", name + ".*", name + "[_. -]*",
                    "*_" + name + ".*", "*[_. -]" + name + "[_. -]*", name + "*")) {
                plain.add(in + form);
            }
        }
        candidates.addAll(plain);
        for (String candidate : candidates) {
            Set<Path> meant = new HashSet<>(files.of(Sample.of(sample, candidate)));
            if (meant.containsAll(here) && own.containsAll(meant)) {
                return List.of(candidate);
            }
        }
        for (String candidate : candidates) {
            Set<Path> others = new HashSet<>(files.of(Sample.of(sample, candidate)));
            boolean all = others.containsAll(here);
            others.removeAll(own);
            if (all && others.size() <= MOST_EXCEPTIONS && others.size() < here.size()) {
                List<String> out = new ArrayList<>(List.of(candidate));
                others.stream().sorted().forEach(f -> out.add(ProjectFiles.NOT + ProjectStore.literal(
                        files.relative(f))));
                return out;
            }
        }
        return here.stream().sorted().map(f -> ProjectStore.literal(files.relative(f))).toList();
    }

    // files may spell the sample otherwise than it is called
    private static List<String> spellings(String sample, Set<Path> here) {
        List<String> out = new ArrayList<>(List.of(sample));
        String folded = NameParts.folded(sample);
        for (Path f : here) {
            String name = f.getFileName().toString();
            for (int end = 1; end <= name.length(); end++) {
                if (NameParts.folded(name.substring(0, end)).equals(folded) && !out.contains(name.substring(0, end))) {
                    out.add(name.substring(0, end));
                    break;
                }
            }
        }
        return out;
    }
}
