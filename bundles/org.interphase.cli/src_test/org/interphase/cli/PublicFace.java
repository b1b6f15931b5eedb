package org.interphase.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What plug-ins may use of a bundle, a line for each type and each member: of packages that are exported with a
 * version, to everybody. Lines begin with the type, so that they sort by it.
 */
final class PublicFace {

    private static final Pattern EXPORT = Pattern.compile("([a-z0-9.]+)((?:;[^,;\"]+(?:\"[^\"]*\")?)*)(?:,|$)");
    private static final Pattern VERSION = Pattern.compile(";version=\"?([0-9.]+)");
    /** What every record has. */
    private static final Set<String> OF_OBJECTS = Set.of("equals", "hashCode", "toString");
    private static final int ACCESS = Modifier.PUBLIC | Modifier.PROTECTED;
    private static final int TYPE = ACCESS | Modifier.ABSTRACT | Modifier.FINAL | Modifier.STATIC;

    private PublicFace() {
    }

    /** Packages of a bundle's source folder that are exported with a version, and it. */
    static Map<String, String> packages(Path bundle) throws IOException {
        Manifest manifest = new Manifest();
        try (var in = Files.newInputStream(bundle.resolve("META-INF/MANIFEST.MF"))) {
            manifest.read(in);
        }
        Map<String, String> out = new TreeMap<>();
        String exports = manifest.getMainAttributes().getValue(new Attributes.Name("Export-Package"));
        Matcher m = EXPORT.matcher(exports == null ? "" : exports);
        while (m.find()) {
            Matcher version = VERSION.matcher(m.group(2));
            if (version.find() && !m.group(2).contains("x-")) {
                out.put(m.group(1), version.group(1));
            }
        }
        return out;
    }

    /** The lines of a package whose sources lie below a folder. */
    static List<String> of(Path sources, String name) throws IOException {
        TreeSet<String> lines = new TreeSet<>();
        try (Stream<Path> files = Files.list(sources.resolve(name.replace('.', '/')))) {
            files.map(f -> f.getFileName().toString()).filter(f -> f.endsWith(".java") && !f.contains("-"))
                    .forEach(f -> type(load(name + '.' + f.substring(0, f.length() - 5)), lines));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return List.copyOf(lines);
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, PublicFace.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name + " is not on the class path of the tests", e);
        }
    }

    /** Adds a type that others see, its members and the types within it. */
    static void type(Class<?> c, TreeSet<String> lines) {
        if ((c.getModifiers() & ACCESS) == 0) {
            return;
        }
        String at = c.getName() + ' ';
        lines.add(at + ": " + kind(c) + parameters(c) + parents(c));
        boolean open = isOpen(c);
        for (Field f : c.getDeclaredFields()) {
            if (isSeen(f.getModifiers(), open) && !f.isSynthetic()) {
                lines.add(at + "field " + f.toGenericString());
            }
        }
        for (Constructor<?> k : c.getDeclaredConstructors()) {
            if (isSeen(k.getModifiers(), open) && !k.isSynthetic()) {
                lines.add(at + "constructor " + k.toGenericString());
            }
        }
        for (Method m : c.getDeclaredMethods()) {
            if (isSeen(m.getModifiers(), open) && !m.isSynthetic() && !(c.isRecord() && OF_OBJECTS.contains(
                    m.getName()))) {
                // that a method locks is no matter of those who call it
                lines.add(at + "method " + m.toGenericString().replace(" synchronized ", " "));
            }
        }
        for (Class<?> inner : c.getDeclaredClasses()) {
            type(inner, lines);
        }
    }

    /** Whether others can extend or implement a type. */
    private static boolean isOpen(Class<?> c) {
        return !Modifier.isFinal(c.getModifiers()) && !c.isSealed() && !c.isEnum();
    }

    private static boolean isSeen(int modifiers, boolean open) {
        return Modifier.isPublic(modifiers) || open && Modifier.isProtected(modifiers);
    }

    private static String kind(Class<?> c) {
        String what = c.isAnnotation() ? "annotation" : c.isInterface() ? "interface" : c.isEnum() ? "enum"
                : c.isRecord() ? "record" : "class";
        // compilers differ in how they mark an enumeration whose constants have bodies
        int implied = c.isInterface() ? Modifier.ABSTRACT : c.isEnum() ? Modifier.ABSTRACT | Modifier.FINAL : 0;
        int shown = c.getModifiers() & TYPE & ~implied;
        String sealed = c.isSealed() && !c.isEnum() ? "sealed " : isOpen(c) ? "open " : "";
        return (Modifier.toString(shown) + ' ' + sealed + what).strip();
    }

    private static String parameters(Class<?> c) {
        return c.getTypeParameters().length == 0 ? "" : Arrays.stream(c.getTypeParameters())
                .map(p -> p + " extends " + Arrays.toString(p.getBounds()))
                .collect(Collectors.joining(", ", " <", ">"));
    }

    private static String parents(Class<?> c) {
        TreeSet<String> faces = new TreeSet<>();
        Arrays.stream(c.getGenericInterfaces()).forEach(i -> faces.add(i.getTypeName()));
        String parent = c.getGenericSuperclass() == null || c.getSuperclass() == Object.class ? ""
                : " extends " + c.getGenericSuperclass().getTypeName();
        String permits = !c.isSealed() || c.isEnum() ? "" : Arrays.stream(c.getPermittedSubclasses())
                .map(Class::getName).sorted()
                .collect(Collectors.joining(", ", " permits ", ""));
        return parent + (faces.isEmpty() ? "" : " implements " + String.join(", ", faces)) + permits;
    }
}
