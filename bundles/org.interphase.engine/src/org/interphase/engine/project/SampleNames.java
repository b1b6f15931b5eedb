package org.interphase.engine.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Proposes which files are of which sample, from names alone: by folders where folders name samples, else by what
 * files of different measurements have in common. A file that may be of two samples, or of none, is left to the
 * analyst, with the reason.
 */
final class SampleNames {

    /** A file with what is known of it: its path in the project and the kinds of its datasets. */
    record Named(Path file, String relative, Set<String> kinds) {
    }

    /**
     * What is proposed.
     *
     * @param samples files of each sample
     * @param left files of none, with the reason
     */
    record Names(Map<String, List<Path>> samples, Map<Path, String> left) {
    }

    /** What the names of a file and of its folders say. */
    private static final class Said {
        private final Named file;
        private final String folder;
        private final NameParts.Said name;
        private String label;

        private Said(Named file, String folder, NameParts.Said name) {
            this.file = file;
            this.folder = folder;
            this.name = name;
            this.label = folder.isEmpty() ? name.sample() : folder;
        }
    }

    private final NameParts parts;

    SampleNames(NameParts parts) {
        this.parts = parts;
    }

    /** Samples for files; where no name says anything, one sample of all of them. */
    Names of(List<Named> files, String title) {
        List<Said> all = new ArrayList<>();
        int shared = shared(files);
        for (Named f : files) {
            String[] path = f.relative.split("/");
            String folder = "";
            for (int i = shared; i < path.length - 1 && folder.isEmpty(); i++) {
                folder = parts.said(path[i]).sample();
            }
            all.add(new Said(f, folder, parts.said(stem(path[path.length - 1]))));
        }
        if (namesCrossFolders(all)) {
            all.forEach(s -> s.label = s.name.sample());
        }
        dropWhatRecurs(all);
        numbersWhereNothingElse(all);
        Map<Path, String> left = new TreeMap<>();
        Map<String, Map<String, Integer>> spelled = new LinkedHashMap<>();
        Set<String> labels = new HashSet<>();
        all.stream().filter(s -> !s.label.isEmpty()).forEach(s -> labels.add(NameParts.folded(s.label)));
        for (Said s : all) {
            if (labels.isEmpty()) {
                s.label = title;
            }
            String why = doubt(s, all, labels);
            if (why.isEmpty()) {
                spelled.computeIfAbsent(NameParts.folded(s.label), k -> new LinkedHashMap<>()).merge(s.label, 1,
                        Integer::sum);
            } else {
                left.put(s.file.file, why);
                s.label = "";
            }
        }
        Map<String, List<Path>> samples = new LinkedHashMap<>();
        spelled.values().stream().map(SampleNames::mostUsed).sorted(String.CASE_INSENSITIVE_ORDER)
                .forEach(n -> samples.put(n, new ArrayList<>()));
        for (Said s : all) {
            if (!s.label.isEmpty()) {
                samples.get(mostUsed(spelled.get(NameParts.folded(s.label)))).add(s.file.file);
            }
        }
        return new Names(samples, left);
    }

    private static String mostUsed(Map<String, Integer> spellings) {
        return spellings.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    // how many folders all files lie in
    private static int shared(List<Named> files) {
        int shared = Integer.MAX_VALUE;
        String[] first = files.isEmpty() ? new String[0] : files.get(0).relative.split("/");
        for (Named f : files) {
            String[] path = f.relative.split("/");
            int same = 0;
            while (same < Math.min(path.length, first.length) - 1 && path[same].equals(first[same])) {
                same++;
            }
            shared = Math.min(shared, same);
        }
        return shared;
    }

    /**
     * Whether folders are no samples although they have names: the same names lead files in several folders, and
     * in one of them, files of one measurement have different names.
     */
    private static boolean namesCrossFolders(List<Said> all) {
        Map<String, Set<String>> folders = new HashMap<>();
        Map<String, Set<String>> names = new HashMap<>();
        for (Said s : all) {
            if (!s.folder.isEmpty() && s.name.leads() && !s.name.sample().isEmpty()) {
                String name = NameParts.folded(s.name.sample());
                folders.computeIfAbsent(name, k -> new HashSet<>()).add(s.folder);
                names.computeIfAbsent(s.folder + "\0" + s.name.rest() + "\0" + s.file.kinds, k -> new HashSet<>())
                        .add(name);
            }
        }
        Set<String> crossing = new HashSet<>();
        folders.forEach((name, in) -> {
            if (in.size() > 1) {
                crossing.add(name);
            }
        });
        return names.values().stream().anyMatch(n -> n.size() > 1 && n.stream().anyMatch(crossing::contains));
    }

    /**
     * Takes the last word of names away where it tells of the measurement: it recurs behind other names, and what it
     * tells apart are different kinds of data (NCM_surface.tif and NCM_powder.txt beside PAN_surface.tif).
     */
    private static void dropWhatRecurs(List<Said> all) {
        Map<String, Set<String>> behind = new HashMap<>();
        Map<String, Map<String, Set<String>>> kinds = new HashMap<>();
        for (Said s : all) {
            List<String> words = NameParts.words(s.label);
            if (s.folder.isEmpty() && words.size() > 1) {
                String last = words.get(words.size() - 1);
                String head = head(s.label);
                behind.computeIfAbsent(last, k -> new HashSet<>()).add(NameParts.folded(head));
                kinds.computeIfAbsent(NameParts.folded(head), k -> new HashMap<>())
                        .computeIfAbsent(last, k -> new TreeSet<>()).addAll(s.file.kinds);
            }
        }
        for (Said s : all) {
            List<String> words = NameParts.words(s.label);
            if (!s.folder.isEmpty() || words.size() < 2) {
                continue;
            }
            String last = words.get(words.size() - 1);
            Map<String, Set<String>> told = kinds.get(NameParts.folded(head(s.label)));
            Set<String> met = new HashSet<>();
            boolean apart = told.size() > 1 && told.values().stream().allMatch(k -> !k.isEmpty()
                    && k.stream().allMatch(met::add));
            if (behind.get(last).size() > 1 && apart) {
                s.label = head(s.label);
            }
        }
    }

    private static String head(String label) {
        return label.replaceFirst("[\\s_,;.()\\[\\]{}\\-]+[^\\s_,;.()\\[\\]{}\\-]+[)\\]}]*$", "");
    }

    private void numbersWhereNothingElse(List<Said> all) {
        if (all.stream().allMatch(s -> s.label.isEmpty())) {
            List<String> numbers = all.stream().map(s -> parts.leadingNumber(stem(s.file.file.getFileName()
                    .toString()))).toList();
            if (numbers.stream().noneMatch(String::isEmpty) && new HashSet<>(numbers).size() > 1) {
                for (int i = 0; i < all.size(); i++) {
                    all.get(i).label = numbers.get(i);
                }
            }
        }
    }

    /** Why a file is left to the analyst; empty if it is not. */
    private static String doubt(Said s, List<Said> all, Set<String> labels) {
        if (s.label.isEmpty()) {
            return "its name does not say of which sample it is";
        }
        String own = NameParts.folded(s.label);
        String name = NameParts.folded(s.name.sample());
        if (!s.folder.isEmpty() && own.equals(NameParts.folded(s.folder)) && !name.equals(own)
                && labels.contains(name)) {
            return "its folder says " + s.label + ", its name " + s.name.sample();
        }
        boolean alone = all.stream().noneMatch(o -> o != s && NameParts.folded(o.label).equals(own));
        List<String> within = NameParts.words(s.label).stream().map(NameParts::folded)
                .filter(w -> labels.contains(w) && !w.equals(own)).distinct().toList();
        return alone && within.size() > 1 ? "its name has those of two samples: " + String.join(" and ", within) : "";
    }
}
