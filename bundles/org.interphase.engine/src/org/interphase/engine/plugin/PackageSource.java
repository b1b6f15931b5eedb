package org.interphase.engine.plugin;

import java.util.List;

/** The packages the program offers to plug-ins. */
@FunctionalInterface
public interface PackageSource {

    /**
     * A package as some part of the program offers it.
     *
     * @param version of the package; null where it is not known, as of classes that lie in a plain folder
     * @param isPublic whether it is meant for others
     * @param loader gives its classes
     */
    record Offer(PackageVersion version, boolean isPublic, ClassLoader loader) {
    }

    /** All offers of a package; empty if nobody has it. */
    List<Offer> offers(String name);
}
