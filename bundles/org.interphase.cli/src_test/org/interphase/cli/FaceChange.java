package org.interphase.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What changed of a package between two states.
 *
 * @param gone lines of the baseline that are not there any more: whoever used them breaks
 * @param demanded new lines that break whoever implements the type: methods without a body
 * @param added the other new lines
 */
record FaceChange(List<String> gone, List<String> demanded, List<String> added) {

    static FaceChange between(List<String> before, List<String> now) {
        Set<String> old = new HashSet<>(before);
        Set<String> present = new HashSet<>(now);
        List<String> gone = before.stream().filter(l -> !present.contains(l)).toList();
        List<String> demanded = new ArrayList<>();
        List<String> added = new ArrayList<>();
        for (String line : now) {
            if (!old.contains(line)) {
                (isDemand(line, old) ? demanded : added).add(line);
            }
        }
        return new FaceChange(gone, demanded, added);
    }

    /** A method without a body in a type that others implemented before. */
    private static boolean isDemand(String line, Set<String> old) {
        String type = line.substring(0, line.indexOf(' ') + 1);
        return line.startsWith(type + "method ") && line.contains(" abstract ")
                && old.stream().anyMatch(l -> l.startsWith(type + ": ") && l.contains(" open "));
    }

    /** Whether a plug-in that was built against the baseline may not work any more. */
    boolean isBreak() {
        return !gone.isEmpty() || !demanded.isEmpty();
    }

    /** A line for each change: what is gone with a minus, what is new with a plus. */
    List<String> lines() {
        List<String> out = new ArrayList<>();
        gone.forEach(l -> out.add("- " + l));
        demanded.forEach(l -> out.add("+ must be implemented: " + l));
        added.forEach(l -> out.add("+ " + l));
        return out;
    }
}
