package org.interphase.api.parameters;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the name somebody probably meant. */
public final class Suggestions {

    private Suggestions() {
    }

    /** Up to three known names near a mistyped one, nearest first; empty if none is near. */
    public static List<String> near(String wanted, Collection<String> known) {
        String w = wanted.toLowerCase(Locale.ROOT);
        int limit = Math.max(2, w.length() / 3);
        record Scored(String name, int distance) {
        }
        return known.stream().map(k -> {
            String l = k.toLowerCase(Locale.ROOT);
            boolean part = w.length() >= 3 && (l.contains(w) || w.contains(l));
            return new Scored(k, part ? Math.min(1, distance(w, l)) : distance(w, l));
        }).filter(s -> s.distance <= limit)
                .sorted(Comparator.comparingInt(Scored::distance).thenComparing(Scored::name)).limit(3)
                .map(Scored::name).toList();
    }

    /** {@code "; did you mean 'x'?"}, or nothing if no name is near. */
    public static String phrase(String wanted, Collection<String> known) {
        List<String> near = near(wanted, known);
        return near.isEmpty() ? "" : "; did you mean '" + String.join("' or '", near) + "'?";
    }

    /** Edit distance with neighbouring letters swapped counted once (optimal string alignment). */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            d[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            d[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
