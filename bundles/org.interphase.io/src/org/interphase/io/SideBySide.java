package org.interphase.io;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Takes tables apart that stand side by side. */
final class SideBySide {

    private static final int LINES_ABOVE = 4;
    private static final char[] DELIMITERS = {'\t', ';', ',', '|'};

    private SideBySide() {
    }

    static List<TextBlock> of(TextBlock block) {
        List<Integer> starts = byGaps(block);
        if (starts.size() < 2) {
            starts = byHeadings(block);
        }
        if (starts.size() < 2) {
            return List.of(block);
        }
        List<String> titles = titles(block, starts);
        List<TextBlock> out = new ArrayList<>();
        for (int g = 0; g < starts.size(); g++) {
            out.add(block.part(starts.get(g), end(block, starts, g), titles.isEmpty() ? "" : titles.get(g)));
        }
        return out;
    }

    private static int end(TextBlock block, List<Integer> starts, int group) {
        return group + 1 < starts.size() ? starts.get(group + 1) : block.columns().size();
    }

    /** Groups of at least two columns of numbers, as many in each, with empty columns between them. */
    private static List<Integer> byGaps(TextBlock block) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int c = 1; c < block.columns().size(); c++) {
            if (block.placeOf(c) > block.placeOf(c - 1) + 1) {
                starts.add(c);
            }
        }
        return alike(block, starts) ? starts : List.of();
    }

    private static List<Integer> byHeadings(TextBlock block) {
        String first = key(block.columns().get(0));
        if (first.isEmpty()) {
            return List.of();
        }
        List<Integer> starts = new ArrayList<>();
        for (int c = 0; c < block.columns().size(); c++) {
            if (key(block.columns().get(c)).equals(first)) {
                starts.add(c);
            }
        }
        return alike(block, starts) ? starts : List.of();
    }

    private static boolean alike(TextBlock block, List<Integer> starts) {
        int size = end(block, starts, 0);
        for (int g = 0; g < starts.size(); g++) {
            int n = end(block, starts, g) - starts.get(g);
            if (n != size || n < 2 || !block.columns().get(starts.get(g)).isNumeric()
                    || !block.columns().get(starts.get(g) + 1).isNumeric()) {
                return false;
            }
        }
        return true;
    }

    /**
     * What a first column is known by: a spectrum's abscissa by its quantity and unit, however it is written;
     * another by its name without a number behind it, since a record holds several voltages of the same rows.
     */
    private static String key(TextColumn column) {
        if (column.heading().isBlank()) {
            return "";
        }
        String unit = column.unit().text();
        return column.quantity().filter(HeadingQuantity::isAbscissa).map(q -> q.name() + " " + unit)
                .orElseGet(() -> withoutNumber(HeadingQuantity.plain(column.name())) + " " + unit);
    }

    private static String withoutNumber(String name) {
        int n = name.length();
        while (n > 0 && " #-()0123456789".indexOf(name.charAt(n - 1)) >= 0) {
            n--;
        }
        return n == 0 ? name : name.substring(0, n);
    }

    /** Names above the groups, from the nearest line that has one for each; empty where none has. */
    private static List<String> titles(TextBlock block, List<Integer> starts) {
        List<String> above = block.preamble();
        int seen = 0;
        for (int i = above.size() - 1; i >= 0 && seen < LINES_ABOVE; i--) {
            String line = TextLayout.uncomment(above.get(i));
            if (line.isBlank()) {
                continue;
            }
            seen++;
            for (char d : DELIMITERS) {
                List<String> cells = new TextLayout(d, false).split(line);
                boolean units = cells.stream().allMatch(c -> c.isEmpty() || HeaderText.unit(c).isPresent());
                List<String> found = units ? List.of() : titles(block, starts, cells);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }

    private static List<String> titles(TextBlock block, List<Integer> starts, List<String> cells) {
        List<String> out = new ArrayList<>();
        Set<String> distinct = new HashSet<>();
        for (int g = 0; g < starts.size(); g++) {
            String title = "";
            for (int c = starts.get(g); c < end(block, starts, g) && title.isEmpty(); c++) {
                int place = block.placeOf(c);
                String cell = place < cells.size() ? cells.get(place) : "";
                boolean heading = block.columns().stream().anyMatch(k -> k.heading().equals(cell));
                title = heading ? "" : cell;
            }
            if (title.isEmpty() || !distinct.add(title)) {
                return List.of();
            }
            out.add(title);
        }
        return out;
    }
}
