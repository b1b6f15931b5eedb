package org.interphase.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What every dataset carries whatever its shape.
 *
 * @param name short name for people, for example "F 1s" or the file's title
 * @param kind what the data means
 * @param metadata what the file says about the measurement
 * @param products what operations found so far, oldest first
 */
public record DatasetHeader(String name, DataKind kind, Metadata metadata, List<Product> products) {

    /** Copies the list of products. */
    public DatasetHeader {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(metadata, "metadata");
        products = List.copyOf(products);
    }

    /** A header without products. */
    public static DatasetHeader of(String name, String kind, Metadata metadata) {
        return new DatasetHeader(name, DataKind.of(kind), metadata, List.of());
    }

    /** The same header with another name. */
    public DatasetHeader withName(String other) {
        return new DatasetHeader(other, kind, metadata, products);
    }

    /** The same header with another kind. */
    public DatasetHeader withKind(String other) {
        return new DatasetHeader(name, DataKind.of(other), metadata, products);
    }

    /** The same header with other metadata. */
    public DatasetHeader withMetadata(Metadata other) {
        return new DatasetHeader(name, kind, other, products);
    }

    /** The same header with one product more. */
    public DatasetHeader with(Product product) {
        List<Product> all = new ArrayList<>(products);
        all.add(product);
        return new DatasetHeader(name, kind, metadata, all);
    }

    /** The same header with a remark of its reader: a row left out, a scale taken from beside the file. */
    public DatasetHeader remarking(Remark remark) {
        List<Remark> all = new ArrayList<>(remarks());
        all.add(remark);
        return without(ReadingRemarks.class).with(new ReadingRemarks(all));
    }

    /** What the reader had to remark, oldest first. */
    public List<Remark> remarks() {
        return product(ReadingRemarks.class).map(ReadingRemarks::remarks).orElse(List.of());
    }

    /** The same header without the products of a type. */
    public DatasetHeader without(Class<? extends Product> type) {
        return new DatasetHeader(name, kind, metadata, products.stream().filter(p -> !type.isInstance(p)).toList());
    }

    /** The newest product of a type. */
    public <T extends Product> Optional<T> product(Class<T> type) {
        return products.reversed().stream().filter(type::isInstance).map(type::cast).findFirst();
    }
}
