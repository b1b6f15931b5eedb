package org.interphase.ui.recipe;

import java.util.List;

/** Where a step goes that is dragged among the others. */
final class StepPlaces {

    /**
     * A section as it stands in the column.
     *
     * @param top its upper edge
     * @param bottom its lower edge
     */
    record Extent(int top, int bottom) {
    }

    private StepPlaces() {
    }

    /** Before which of the sections the pointer is, from 0; their number behind the last. */
    static int gap(List<Extent> sections, int y) {
        int gap = 0;
        for (Extent e : sections) {
            if (y > (e.top() + e.bottom()) / 2) {
                gap++;
            }
        }
        return gap;
    }

    /** By how many places a section moves that is let go in a gap. */
    static int moves(int from, int gap) {
        return gap > from ? gap - 1 - from : gap - from;
    }

    /** Where the line is drawn that shows a gap. */
    static int line(List<Extent> sections, int gap) {
        return sections.isEmpty() ? 0 : gap < sections.size() ? sections.get(gap).top()
                : sections.get(sections.size() - 1).bottom();
    }
}
