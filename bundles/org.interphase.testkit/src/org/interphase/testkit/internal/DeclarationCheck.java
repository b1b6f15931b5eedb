package org.interphase.testkit.internal;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.jar.Manifest;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.interphase.api.Technique;
import org.interphase.testkit.Violation;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A technique is declared for OSGi and for a flat class path; that of a plug-in, which is a Maven project without a
 * manifest of its own, in {@code META-INF/services} alone.
 */
public final class DeclarationCheck {

    private static final String RULE = "declared";
    private static final String SERVICE = Technique.class.getName();

    private DeclarationCheck() {
    }

    /** How the declarations of a technique in a bundle's source folder are wrong. */
    public static List<Violation> check(Technique technique, Path bundle) {
        List<Violation> out = new ArrayList<>();
        Class<?> type = technique.getClass();
        boolean constructor = Arrays.stream(type.getConstructors()).anyMatch(c -> c.getParameterCount() == 0);
        if (!constructor || !Modifier.isPublic(type.getModifiers())) {
            out.add(new Violation(RULE, type.getName(), "must be public with a public constructor without arguments"));
        }
        try {
            boolean plugin = Files.exists(bundle.resolve("pom.xml"))
                    && !Files.exists(bundle.resolve("META-INF/MANIFEST.MF"));
            services(type, bundle, plugin ? "src/main/resources/" : "src/", out);
            if (!plugin) {
                components(type, bundle, out);
            }
        } catch (IOException | SAXException | ParserConfigurationException e) {
            out.add(new Violation(RULE, bundle.toString(), "cannot be read: " + e));
        }
        return out;
    }

    private static void services(Class<?> type, Path bundle, String sources, List<Violation> out)
            throws IOException {
        Path file = bundle.resolve(sources + "META-INF/services/" + SERVICE);
        if (!Files.exists(file)) {
            out.add(new Violation(RULE, type.getName(), sources + "META-INF/services/" + SERVICE + " is missing"));
            return;
        }
        List<String> names = Files.readAllLines(file).stream().map(l -> l.replaceFirst("#.*", "").strip())
                .filter(l -> !l.isEmpty()).toList();
        if (!names.contains(type.getName())) {
            out.add(new Violation(RULE, type.getName(), "META-INF/services/" + SERVICE + " names " + names));
        }
    }

    private static void components(Class<?> type, Path bundle, List<Violation> out)
            throws IOException, SAXException, ParserConfigurationException {
        Path manifestFile = bundle.resolve("META-INF/MANIFEST.MF");
        if (!Files.exists(manifestFile)) {
            out.add(new Violation(RULE, type.getName(), "META-INF/MANIFEST.MF is missing"));
            return;
        }
        String header;
        try (InputStream in = Files.newInputStream(manifestFile)) {
            header = new Manifest(in).getMainAttributes().getValue("Service-Component");
        }
        if (header == null) {
            out.add(new Violation(RULE, type.getName(), "MANIFEST.MF has no Service-Component"));
            return;
        }
        boolean named = false;
        for (String entry : header.split(",")) {
            Path component = bundle.resolve(entry.strip());
            if (!Files.exists(component)) {
                out.add(new Violation(RULE, type.getName(), "Service-Component " + entry.strip() + " does not exist"));
            } else {
                named |= declares(component, type);
            }
        }
        if (!named) {
            out.add(new Violation(RULE, type.getName(), "no Service-Component provides " + SERVICE + " by this class"));
        }
        Path build = bundle.resolve("build.properties");
        Properties properties = new Properties();
        if (Files.exists(build)) {
            try (InputStream in = Files.newInputStream(build)) {
                properties.load(in);
            }
        }
        if (!properties.getProperty("bin.includes", "").contains("OSGI-INF/")) {
            out.add(new Violation(RULE, type.getName(), "build.properties does not include OSGI-INF/"));
        }
    }

    private static boolean declares(Path component, Class<?> type)
            throws IOException, SAXException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        try (InputStream in = Files.newInputStream(component)) {
            Document document = factory.newDocumentBuilder().parse(in);
            return has(document, "implementation", "class", type.getName())
                    && has(document, "provide", "interface", SERVICE);
        }
    }

    private static boolean has(Document document, String tag, String attribute, String value) {
        NodeList elements = document.getElementsByTagName(tag);
        for (int i = 0; i < elements.getLength(); i++) {
            if (((Element) elements.item(i)).getAttribute(attribute).equals(value)) {
                return true;
            }
        }
        return false;
    }
}
