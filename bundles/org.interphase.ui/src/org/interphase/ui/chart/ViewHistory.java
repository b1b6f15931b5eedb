package org.interphase.ui.chart;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.interphase.figure.FigureView;

/** What was in sight before, to go back to. Changes that follow each other quickly, as while panning, are one. */
final class ViewHistory {

    /** What was in sight; null for everything. */
    private record Seen(FigureView view) {
    }

    private static final int MOST = 50;
    private static final long ONE_GESTURE_NANOS = 400_000_000L;
    private final Deque<Seen> back = new ArrayDeque<>();
    private final Deque<Seen> forth = new ArrayDeque<>();
    private long last = Long.MIN_VALUE;

    /**
     * Another part comes to sight.
     *
     * @param before what was in sight; null for everything
     * @param now a time in nanoseconds
     */
    void leaves(FigureView before, long now) {
        boolean same = last != Long.MIN_VALUE && now - last < ONE_GESTURE_NANOS;
        last = now;
        if (same) {
            return;
        }
        forth.clear();
        back.push(new Seen(before));
        while (back.size() > MOST) {
            back.removeLast();
        }
    }

    /** Whether there is something to go back to. */
    boolean hasBack() {
        return !back.isEmpty();
    }

    /** What was in sight before; an empty view in it means everything. Empty if there is nothing to go back to. */
    Optional<Optional<FigureView>> back(FigureView current) {
        return step(back, forth, current);
    }

    /** What was in sight before going back. */
    Optional<Optional<FigureView>> forth(FigureView current) {
        return step(forth, back, current);
    }

    private Optional<Optional<FigureView>> step(Deque<Seen> from, Deque<Seen> to, FigureView current) {
        last = Long.MIN_VALUE;
        if (from.isEmpty()) {
            return Optional.empty();
        }
        to.push(new Seen(current));
        return Optional.of(Optional.ofNullable(from.pop().view()));
    }

    /** Forgets everything, as when another figure is shown. */
    void clear() {
        back.clear();
        forth.clear();
        last = Long.MIN_VALUE;
    }
}
