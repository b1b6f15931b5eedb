package org.interphase.engine.recipe;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/** The one place that knows which version of Interphase this is. */
public final class SoftwareVersion {

    private SoftwareVersion() {
    }

    /** Version such as {@code 0.1.0.202601011200}; without the build's qualifier on a flat class path of classes. */
    public static String current() {
        return Holder.VERSION;
    }

    /** Program name and version, as documents carry it: {@code Interphase 0.1.0}. */
    public static String nameAndVersion() {
        return "Interphase " + current();
    }

    private static final class Holder {
        private static final String VERSION = find();
    }

    private static String find() {
        try {
            ClassLoader loader = SoftwareVersion.class.getClassLoader();
            for (URL url : Collections.list(loader.getResources("META-INF/MANIFEST.MF"))) {
                try (InputStream in = url.openStream()) {
                    Attributes main = new Manifest(in).getMainAttributes();
                    String name = main.getValue("Bundle-SymbolicName");
                    String version = main.getValue("Bundle-Version");
                    if (name != null && version != null && name.startsWith("org.interphase.engine")) {
                        return version.replace(".qualifier", "");
                    }
                }
            }
            try (InputStream in = SoftwareVersion.class.getResourceAsStream("version.properties")) {
                Properties properties = new Properties();
                properties.load(in);
                return properties.getProperty("version");
            }
        } catch (IOException e) {
            throw new IllegalStateException("cannot read the version of Interphase", e);
        }
    }
}
