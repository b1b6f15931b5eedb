package org.interphase.technique.battery.segmentation;

import java.util.List;
import java.util.Optional;

/**
 * A cycle: at most one charge and one discharge by rule of order; by recorded numbers whatever bears one number.
 *
 * @param number from 1, or as recorded
 * @param halfCycles in the order of time
 */
public record CellCycle(int number, List<HalfCycle> halfCycles) {

    /** Copies the list. */
    public CellCycle {
        halfCycles = List.copyOf(halfCycles);
    }

    /** The half cycles of a direction. */
    public List<HalfCycle> of(int direction) {
        return halfCycles.stream().filter(h -> h.direction() == direction).toList();
    }

    /** The charge; empty if there is none. */
    public Optional<HalfCycle> charge() {
        return of(1).stream().findFirst();
    }

    /** The discharge; empty if there is none. */
    public Optional<HalfCycle> discharge() {
        return of(-1).stream().findFirst();
    }

    /** Why the cycle is not whole, as a clause; empty where it is. */
    public String incomplete() {
        if (of(1).isEmpty()) {
            return "there is no charge";
        }
        if (of(-1).isEmpty()) {
            return "there is no discharge";
        }
        return halfCycles.stream().map(HalfCycle::incomplete).filter(w -> !w.isEmpty()).findFirst().orElse("");
    }

    /** Whether both halves are whole. */
    public boolean isComplete() {
        return incomplete().isEmpty();
    }

    /** First row with current. */
    public int from() {
        return halfCycles.get(0).from();
    }

    /** Row after the last with current. */
    public int to() {
        return halfCycles.get(halfCycles.size() - 1).to();
    }
}
