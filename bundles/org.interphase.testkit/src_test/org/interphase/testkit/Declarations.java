package org.interphase.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the declarations of a technique into a folder, as its bundle would have them. */
final class Declarations {

    private Declarations() {
    }

    static Path write(Path bundle, String service, String component) throws IOException {
        Files.createDirectories(bundle.resolve("META-INF"));
        Files.createDirectories(bundle.resolve("OSGI-INF"));
        Files.createDirectories(bundle.resolve("src/META-INF/services"));
        Files.writeString(bundle.resolve("META-INF/MANIFEST.MF"), "Manifest-Version: 1.0\n"
                + "Bundle-SymbolicName: org.interphase.technique.test\nService-Component: OSGI-INF/technique.xml\n");
        Files.writeString(bundle.resolve("build.properties"), "bin.includes = META-INF/,.,OSGI-INF/\n");
        Files.writeString(bundle.resolve("src/META-INF/services/org.interphase.api.Technique"), service + "\n");
        Files.writeString(bundle.resolve("OSGI-INF/technique.xml"), """
                <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="x">
                  <implementation class="%s"/>
                  <service><provide interface="org.interphase.api.Technique"/></service>
                </scr:component>
                """.formatted(component));
        return bundle;
    }
}
