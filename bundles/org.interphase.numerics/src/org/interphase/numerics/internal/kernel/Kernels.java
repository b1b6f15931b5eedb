package org.interphase.numerics.internal.kernel;

import java.lang.reflect.InvocationTargetException;
import java.util.function.Supplier;

/**
 * Chooses the kernel. The vector kernel is used when its bundle is present and the module {@code jdk.incubator.vector}
 * is in the boot layer ({@code --add-modules jdk.incubator.vector}); the system property {@code interphase.kernel}
 * (plain, vector, auto) overrides.
 */
public final class Kernels {

    /** System property that chooses the kernel. */
    public static final String PROPERTY = "interphase.kernel";

    private static final String VECTOR = "org.interphase.numerics.internal.kernel.VectorKernel";

    private static final ThreadLocal<Kernel> OVERRIDE = new ThreadLocal<>();

    private Kernels() {
    }

    /** The kernel that fitters and components built now by this thread will use. */
    public static Kernel current() {
        Kernel override = OVERRIDE.get();
        return override == null ? Holder.CHOSEN : override;
    }

    /** Runs {@code action} with another kernel for what it builds in this thread: for comparing kernels in one JVM. */
    public static <T> T using(Kernel kernel, Supplier<T> action) {
        Kernel before = OVERRIDE.get();
        OVERRIDE.set(kernel);
        try {
            return action.get();
        } finally {
            OVERRIDE.set(before);
        }
    }

    /**
     * The kernel called {@code name}.
     *
     * @throws IllegalStateException if it can't be had, saying why
     */
    public static Kernel named(String name) {
        return switch (name) {
            case "plain" -> new PlainKernel();
            case "vector" -> vector();
            case "auto" -> vectorPresent() ? vector() : new PlainKernel();
            default -> throw new IllegalStateException("Unknown kernel " + name + "; use plain, vector or auto");
        };
    }

    /** Whether the vector kernel can be used in this JVM. */
    public static boolean vectorPresent() {
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
            return false;
        }
        try {
            return Class.forName(VECTOR, false, Kernels.class.getClassLoader()) != null;
        } catch (ClassNotFoundException | LinkageError e) {
            return false; // fragment not installed: the plain kernel serves
        }
    }

    private static Kernel vector() {
        try {
            return (Kernel) Class.forName(VECTOR, true, Kernels.class.getClassLoader()).getConstructor().newInstance();
        } catch (ClassNotFoundException | LinkageError | NoSuchMethodException | InstantiationException
                | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("The vector kernel needs the fragment "
                    + "org.interphase.numerics.vector and the JVM "
                    + "option --add-modules jdk.incubator.vector", e);
        }
    }

    private static final class Holder {
        static final Kernel CHOSEN = named(System.getProperty(PROPERTY, "auto"));
    }
}
