package org.interphase.testkit.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.interphase.testkit.fault.FaultyFileSystem.Fault;

/**
 * Lets every change an operation makes on the disk fail once, one by one and in every way, and looks at what is there
 * afterwards: each file is the old one or the new one, and new if the operation said that it was done.
 *
 * @param changes changes the operation makes where nothing fails
 * @param runs runs with a fault
 * @param told runs that ended by an {@link IOException}
 * @param wrong what was neither old nor new, lost, or left behind
 */
public record FailedWrites(int changes, int runs, int told, List<String> wrong) {

    private static final String TEMPORARY = ".interphase-tmp";

    /** An operation on a folder. */
    @FunctionalInterface
    public interface Operation {
        /** Runs it. */
        void on(Path folder) throws IOException;
    }

    /** Copies the list. */
    public FailedWrites {
        wrong = List.copyOf(wrong);
    }

    /**
     * Tries an operation.
     *
     * @param work an empty folder of the real file system
     * @param before makes the old state in a folder of its own
     * @param operation what may fail
     */
    public static FailedWrites of(Path work, Operation before, Operation operation) throws IOException {
        FaultyFileSystem system = new FaultyFileSystem();
        Path first = fresh(work, before, 0);
        Map<String, byte[]> old = files(first);
        system.failAt(0, Fault.ONCE);
        operation.on(system.of(first));
        int changes = system.changes();
        Map<String, byte[]> done = files(first);
        List<String> wrong = new ArrayList<>();
        int runs = 0;
        int told = 0;
        for (Fault fault : Fault.values()) {
            for (int k = 1; k <= changes; k++) {
                runs++;
                Path folder = fresh(work, before, runs);
                system.failAt(k, fault);
                boolean said = true;
                try {
                    operation.on(system.of(folder));
                } catch (IOException e) {
                    said = false;
                    told++;
                }
                system.failAt(0, Fault.ONCE);
                String where = fault + " at change " + k + ": ";
                compare(files(folder), old, done, said, fault, where, wrong);
                remove(folder);
            }
        }
        return new FailedWrites(changes, runs, told, wrong);
    }

    private static void compare(Map<String, byte[]> now, Map<String, byte[]> old, Map<String, byte[]> done,
            boolean said, Fault fault, String where, List<String> wrong) {
        now.forEach((name, content) -> {
            if (name.endsWith(TEMPORARY)) {
                if (fault == Fault.ONCE && !said || fault == Fault.DISK_FULL) {
                    wrong.add(where + name + " is left behind");
                }
            } else if (!Arrays.equals(content, done.get(name)) && (said || !Arrays.equals(content, old.get(name)))) {
                wrong.add(where + name + (said ? " is not the new one" : " is neither the old nor the new one"));
            }
        });
        old.keySet().stream().filter(n -> done.containsKey(n) && !now.containsKey(n))
                .forEach(n -> wrong.add(where + n + " is lost"));
        if (said) {
            done.keySet().stream().filter(n -> !now.containsKey(n)).forEach(n -> wrong.add(where + n + " was said to "
                    + "be saved"));
        }
    }

    private static Path fresh(Path work, Operation before, int number) throws IOException {
        Path folder = Files.createDirectories(work.resolve("run" + number));
        before.on(folder);
        return folder;
    }

    private static Map<String, byte[]> files(Path folder) throws IOException {
        Map<String, byte[]> out = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path p : all.filter(Files::isRegularFile).toList()) {
                out.put(folder.relativize(p).toString(), Files.readAllBytes(p));
            }
        }
        return out;
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path p : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(p);
            }
        }
    }

    /** A row of a table. */
    public String row(String operation) {
        return "| " + operation + " | " + changes + " | " + runs + " | " + told + " | " + wrong.size() + " |";
    }
}
