package org.interphase.technique.battery.reader;

import java.util.ArrayList;
import java.util.List;

/**
 * Exports in which a line of a cycle is followed by its steps, each a field further in, and each step by its records,
 * one more field further in. They are made a plain table: every record with the cycle and step it stands under.
 */
final class NestedRows {

    private NestedRows() {
    }

    /** How many empty fields a line begins with; -1 for a line without content. */
    static int depth(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                return i;
            }
        }
        return -1;
    }

    /**
     * The headings of the flat table: cycle, step, what the step does, and those of the records. The step's own
     * headings are looked at for its number and its kind.
     */
    static final class Shape {
        private final List<RecordHeading> headings = new ArrayList<>();
        private final List<RecordHeading> record;
        private final int depth;
        private final List<Integer> fromCycle = new ArrayList<>();
        private final List<Integer> fromStep = new ArrayList<>();
        private List<String> cycle = List.of();
        private List<String> step = List.of();

        /**
         * @param levels headings of each level, outermost first, without the empty fields before them
         */
        Shape(List<List<RecordHeading>> levels) {
            depth = levels.size() - 1;
            record = levels.get(depth);
            pick(levels.get(0), fromCycle, depth == 1 ? List.of(RecordRole.CYCLE, RecordRole.STEP, RecordRole.STATE)
                    : List.of(RecordRole.CYCLE));
            if (depth == 2) {
                pick(levels.get(1), fromStep, List.of(RecordRole.STEP, RecordRole.STATE));
            }
            headings.addAll(record);
        }

        private void pick(List<RecordHeading> level, List<Integer> into, List<RecordRole> wanted) {
            for (RecordRole r : wanted) {
                for (int i = 0; i < level.size(); i++) {
                    if (level.get(i).role().filter(x -> x == r).isPresent()
                            && record.stream().noneMatch(h -> h.role().filter(x -> x == r).isPresent())) {
                        into.add(i);
                        headings.add(level.get(i));
                        break;
                    }
                }
            }
        }

        /** Headings of the flat table. */
        List<RecordHeading> headings() {
            return List.copyOf(headings);
        }

        /**
         * Takes a line.
         *
         * @return the fields of a row of the flat table; null if it is a line of a cycle or step, or blank
         */
        List<String> take(List<String> cells) {
            int at = depth(cells);
            if (at < 0) {
                return null;
            }
            if (at < depth) {
                if (at == 0) {
                    cycle = cells;
                } else {
                    step = cells.subList(at, cells.size());
                }
                return null;
            }
            List<String> out = new ArrayList<>(cells.subList(depth, Math.min(cells.size(), depth + record.size())));
            while (out.size() < record.size()) {
                out.add("");
            }
            fill(out);
            return out;
        }

        private void fill(List<String> out) {
            List<String> fields = new ArrayList<>();
            fromCycle.forEach(i -> fields.add(i < cycle.size() ? cycle.get(i) : ""));
            fromStep.forEach(i -> fields.add(i < step.size() ? step.get(i) : ""));
            // in the order in which the headings were added: those of the levels stand before the records
            out.addAll(0, fields);
        }
    }
}
