package org.interphase.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Several datasets taken together, by a condition with unit (temperature, cycle, depth) or by name (the regions of
 * one XPS measurement).
 */
public final class Series implements Dataset {

    private final DatasetHeader header;
    private final List<Dataset> members;
    private final Column condition;

    private Series(DatasetHeader header, List<Dataset> members, Column condition) {
        this.header = Objects.requireNonNull(header, "header");
        this.members = List.copyOf(members);
        this.condition = condition;
        if (this.members.isEmpty()) {
            throw new IllegalArgumentException("series '" + header.name() + "' has no members");
        }
        if (condition != null && condition.size() != this.members.size()) {
            throw new IllegalArgumentException(
                    condition.size() + " values of " + condition.name() + " for " + this.members.size() + " members");
        }
    }

    /** A series whose members are told apart by their names. */
    public static Series named(DatasetHeader header, List<? extends Dataset> members) {
        return new Series(header, List.copyOf(members), null);
    }

    /**
     * A series over a condition, one value per member.
     *
     * @throws IllegalArgumentException if the numbers of values and members differ
     */
    public static Series over(DatasetHeader header, List<? extends Dataset> members, Column condition) {
        return new Series(header, List.copyOf(members), Objects.requireNonNull(condition, "condition"));
    }

    @Override
    public DatasetHeader header() {
        return header;
    }

    /** The datasets, in order. */
    public List<Dataset> members() {
        return members;
    }

    /** The condition, one value per member, where there is one. */
    public Optional<Column> condition() {
        return Optional.ofNullable(condition);
    }

    @Override
    public Series withHeader(DatasetHeader other) {
        return new Series(other, members, condition);
    }

    /** The same series with one product more. */
    public Series with(Product product) {
        return withHeader(header.with(product));
    }

    /** The same series with other members in the same order. */
    public Series withMembers(List<? extends Dataset> others) {
        return new Series(header, List.copyOf(others), condition);
    }

    @Override
    public String shape() {
        return "series";
    }

    @Override
    public long points() {
        return members.stream().mapToLong(Dataset::points).sum();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Series s && s.header.equals(header) && s.members.equals(members)
                && Objects.equals(s.condition, condition);
    }

    @Override
    public int hashCode() {
        return Objects.hash(header, members, condition);
    }
}
