package org.interphase.engine.plugin;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Classes of one plug-in. It sees the packages it imports, its own, and the JDK; nothing else of the program, and
 * nothing of other plug-ins, so that each may bring its own version of a library.
 */
final class PluginClassLoader extends ClassLoader {

    static {
        registerAsParallelCapable();
    }

    private final JarContent jar;
    private final Map<String, ClassLoader> imported;
    private final String id;

    private PluginClassLoader(String id, JarContent jar, Map<String, ClassLoader> imported) {
        super("plug-in " + id, ClassLoader.getPlatformClassLoader());
        this.id = id;
        this.jar = jar;
        this.imported = imported;
    }

    /**
     * A loader whose imports are bound to what the program offers.
     *
     * @throws PluginException if a package it needs is not there, not in a version it was made for, or not public
     */
    static PluginClassLoader of(PluginHeader header, JarContent jar, PackageSource packages) throws PluginException {
        Set<String> missing = new TreeSet<>();
        Map<String, ClassLoader> imported = new java.util.HashMap<>();
        for (PackageImport wanted : header.imports()) {
            String name = wanted.name();
            List<PackageSource.Offer> offers = packages.offers(name);
            List<PackageSource.Offer> usable = offers.stream().filter(PackageSource.Offer::isPublic)
                    .filter(o -> o.version() == null || wanted.accepts(o.version())).toList();
            if (!usable.isEmpty()) {
                imported.put(name, usable.stream().max(PluginClassLoader::byVersion).get().loader());
            } else if (isOfJdk(name)) {
                imported.put(name, ClassLoader.getPlatformClassLoader());
            } else if (!wanted.optional() && !holds(jar, name)) {
                missing.add(why(wanted, offers));
            }
        }
        if (!missing.isEmpty()) {
            throw new PluginException("it needs " + String.join(", ", missing));
        }
        return new PluginClassLoader(header.id(), jar, Map.copyOf(imported));
    }

    private static int byVersion(PackageSource.Offer one, PackageSource.Offer two) {
        PackageVersion a = one.version() == null ? PackageVersion.NONE : one.version();
        return a.compareTo(two.version() == null ? PackageVersion.NONE : two.version());
    }

    private static String why(PackageImport wanted, List<PackageSource.Offer> offers) {
        List<PackageSource.Offer> open = offers.stream().filter(PackageSource.Offer::isPublic).toList();
        if (offers.isEmpty()) {
            return wanted.name() + ", which this installation does not have";
        }
        return open.isEmpty() ? wanted.name() + ", which is internal and not for plug-ins"
                : wanted.name() + " " + wanted.versions() + " (this installation has " + open.stream()
                        .map(o -> o.version().toString()).distinct().collect(Collectors.joining(" and ")) + ")";
    }

    private static boolean isOfJdk(String name) {
        return name.startsWith("java.") || ModuleLayer.boot().modules().stream()
                .anyMatch(m -> m.getDescriptor() != null && m.isExported(name));
    }

    // bnd imports what a bundle exports itself; its own copy will do
    private static boolean holds(JarContent jar, String name) {
        String folder = name.replace('.', '/') + "/";
        return jar.entries().keySet().stream().anyMatch(n -> n.startsWith(folder)
                && n.indexOf('/', folder.length()) < 0);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        ClassLoader other = imported.get(packageOf(name));
        if (other != null && !name.startsWith("java.")) {
            return other.loadClass(name);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            byte[] code = known != null || name.startsWith("java.") ? null
                    : jar.entries().get(name.replace('.', '/') + ".class");
            if (known != null || code != null) {
                return known != null ? known : defineClass(name, code, 0, code.length);
            }
        }
        return super.loadClass(name, resolve);
    }

    private static String packageOf(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    @Override
    public URL getResource(String name) {
        byte[] content = jar.entries().get(name);
        return content == null ? super.getResource(name) : url(name, content);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws java.io.IOException {
        List<URL> all = new ArrayList<>();
        byte[] content = jar.entries().get(name);
        if (content != null) {
            all.add(url(name, content));
        }
        all.addAll(Collections.list(super.getResources(name)));
        return Collections.enumeration(all);
    }

    private URL url(String name, byte[] content) {
        try {
            // as an authority, not as a host: an identifier may hold '_', or end in a part that begins with a digit
            return URL.of(new URI("plugin", id, "/" + name, null, null), new URLStreamHandler() {
                @Override
                protected URLConnection openConnection(URL url) {
                    return new Held(url, content);
                }
            });
        } catch (URISyntaxException | MalformedURLException e) {
            throw new IllegalArgumentException("no address for " + name, e);
        }
    }

    private static final class Held extends URLConnection {
        private final byte[] content;

        Held(URL url, byte[] content) {
            super(url);
            this.content = content;
        }

        @Override
        public void connect() {
            connected = true;
        }

        @Override
        public long getContentLengthLong() {
            return content.length;
        }

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(content);
        }
    }
}
