package org.interphase.ui.help;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/**
 * A part the running program is made of.
 *
 * @param name name
 * @param version version
 * @param licence its licence, as the part itself states it
 */
public record ProgramPart(String name, String version, String licence) {

    private static final Pattern POM = Pattern.compile("<licenses>.*?<name>\\s*(.+?)\\s*</name>", Pattern.DOTALL);

    /** All parts that are installed, by name; reads their files. */
    public static List<ProgramPart> all(BundleContext context) {
        return Arrays.stream(context.getBundles())
                .map(b -> new ProgramPart(b.getSymbolicName(), b.getVersion().toString(), licence(b)))
                .sorted(Comparator.comparing(ProgramPart::name)).toList();
    }

    private static String licence(Bundle b) {
        if (b.getSymbolicName().startsWith("org.interphase.")) {
            return "Apache-2.0";
        }
        String header = b.getHeaders().get("Bundle-License");
        return header != null ? named(header) : text(b, "about.html").flatMap(ProgramPart::known)
                .or(() -> pom(b)).or(() -> text(b, "META-INF/LICENSE").or(() -> text(b, "META-INF/LICENSE.txt"))
                        .flatMap(ProgramPart::known)).orElse(Messages.ProgramPart_unstated);
    }

    private static Optional<String> pom(Bundle b) {
        var found = b.findEntries("META-INF/maven", "pom.xml", true);
        if (found == null || !found.hasMoreElements()) {
            return Optional.empty();
        }
        Matcher m = POM.matcher(read(found.nextElement()).orElse(""));
        return m.find() ? Optional.of(named(m.group(1))) : Optional.empty();
    }

    private static Optional<String> text(Bundle b, String path) {
        return Optional.ofNullable(b.getEntry(path)).flatMap(ProgramPart::read);
    }

    private static Optional<String> read(URL entry) {
        try (InputStream in = entry.openStream()) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            // what cannot be read states nothing
            return Optional.empty();
        }
    }

    /** A licence as it is usually called; what is not known stays as it is stated. */
    static String named(String stated) {
        return known(stated).orElse(stated.split(";", 2)[0].strip());
    }

    private static Optional<String> known(String text) {
        String t = text.toLowerCase(java.util.Locale.ROOT);
        if (t.contains("eclipse public license") && t.contains("2.0") || t.contains("epl-2.0")
                || t.contains("epl-v20")) {
            return Optional.of("EPL-2.0");
        }
        if (t.contains("apache") && t.contains("2.0")) {
            return Optional.of("Apache-2.0");
        }
        if (t.contains("licenses/mit") || t.contains("mit license") || t.strip().equals("mit")) {
            return Optional.of("MIT");
        }
        return Optional.empty();
    }
}
