package org.interphase.ui.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the window says stands in properties, complete in every language, and nowhere else. */
class TextsTest {

    private static final Path SOURCES = Path.of("src");
    private static final Path XML = Path.of("OSGI-INF", "l10n");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)\\}");
    private static final Pattern KEY = Pattern.compile("Messages\\.(\\w+)");

    private static List<Path> files(Path folder, String pattern) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(f -> f.getFileName().toString().matches(pattern)).sorted().toList();
        }
    }

    private static Properties read(Path file) throws IOException {
        Properties p = new Properties();
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            p.load(in);
        }
        return p;
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> out = new TreeSet<>();
        Matcher m = pattern.matcher(text);
        while (m.find()) {
            out.add(m.group(1));
        }
        return out;
    }

    @Test
    void noTextStandsInCode() throws IOException {
        List<String> stray = new ArrayList<>();
        Set<String> used = new TreeSet<>();
        for (Path file : files(SOURCES, ".*\\.java")) {
            String name = file.getFileName().toString().replace(".java", "");
            for (Literals.Literal l : Literals.of(Files.readString(file))) {
                if (l.hasLetters() && !name.equals("Messages") && !NoTexts.isNone(name, l, used)) {
                    stray.add(file + ":" + l.line() + " \"" + l.text() + "\" in " + l.call());
                }
            }
        }
        assertEquals(List.of(), stray);
        Set<String> unused = new TreeSet<>(NoTexts.listed());
        unused.removeAll(used);
        assertEquals(Set.of(), unused, "listed, but no longer there");
    }

    @Test
    void aTextInCodeIsFound() {
        List<Literals.Literal> found = Literals.of("class A { void a() { // \"no\"\n"
                + "label.setText((n == 1 ? \"one file\" : n) + \"over\"); log.warn(\"Not (read\" + n, e); } }");
        assertEquals(List.of("one file", "over", "Not (read"), found.stream().map(Literals.Literal::text).toList());
        assertEquals(List.of("setText", "setText", "warn"), found.stream().map(Literals.Literal::call).toList());
        assertFalse(NoTexts.isNone("A", found.get(0), new TreeSet<>()));
        assertFalse(NoTexts.isNone("A", found.get(1), new TreeSet<>()), "a lower-case word that is shown");
        assertTrue(NoTexts.isNone("A", found.get(2), new TreeSet<>()));
    }

    private static String keyOf(String text) {
        return text.contains("\t") ? text.substring(text.lastIndexOf('\t')) : "";
    }

    @Test
    void everyLanguageHasTheSameKeysAndPlaces() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path english : Stream.concat(files(SOURCES, "messages\\.properties").stream(),
                files(XML, "bundle\\.properties").stream()).toList()) {
            String stem = english.getFileName().toString().replace(".properties", "");
            List<Path> others = files(english.getParent(), stem + "_[a-z]{2}\\.properties");
            assertFalse(others.isEmpty(), "no language but English beside " + english);
            Properties en = read(english);
            for (Path other : others) {
                Properties p = read(other);
                Set<String> keys = new TreeSet<>(en.stringPropertyNames());
                keys.addAll(p.stringPropertyNames());
                for (String k : keys) {
                    String a = en.getProperty(k, "");
                    String b = p.getProperty(k, "");
                    if (a.isBlank() || b.isBlank()) {
                        wrong.add(other + " " + k + ": missing");
                    } else if (!found(PLACE, a).equals(found(PLACE, b))) {
                        wrong.add(other + " " + k + ": other places for values");
                    } else if (!keyOf(a).equals(keyOf(b))) {
                        wrong.add(other + " " + k + ": another key of the keyboard, which the platform would not show");
                    }
                    Stream.of(a, b).filter(t -> PLACE.matcher(t).find() && t.replace("''", "").contains("'"))
                            .forEach(t -> wrong.add(other + " " + k + ": an apostrophe that is not doubled"));
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyKeyIsUsedAndEveryUseHasAKey() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path english : files(SOURCES, "messages\\.properties")) {
            Set<String> keys = new TreeSet<>(read(english).stringPropertyNames());
            Set<String> uses = new TreeSet<>();
            for (Path f : files(english.getParent(), "(?!Messages\\.).*\\.java")) {
                uses.addAll(found(KEY, Files.readString(f)));
            }
            Set<String> fields = found(Pattern.compile("public static String (\\w+);"),
                    Files.readString(english.resolveSibling("Messages.java")));
            if (!uses.equals(keys) || !fields.equals(keys)) {
                Set<String> odd = new TreeSet<>(keys);
                odd.addAll(uses);
                odd.addAll(fields);
                odd.removeIf(k -> keys.contains(k) && uses.contains(k) && fields.contains(k));
                wrong.add(english + ": not property, field and use at once: " + odd);
            }
        }
        Set<String> xml = found(Pattern.compile("\"%([\\w.]+)\""), Files.readString(Path.of("plugin.xml")));
        assertEquals(xml, new TreeSet<>(read(XML.resolve("bundle.properties")).stringPropertyNames()));
        assertEquals(List.of(), wrong);
    }

    @Test
    void whatTheXmlShowsIsAKey() throws IOException {
        Set<String> shown = found(Pattern.compile("<(?:command|view|editor|perspective|computer|commandParameter)\\b"
                + "[^>]*? name=\"([^\"]+)\""), Files.readString(Path.of("plugin.xml")));
        assertFalse(shown.isEmpty());
        assertEquals(List.of(), shown.stream().filter(s -> !s.startsWith("%")).toList());
    }

    /** Bytes beyond ASCII are read differently by the tools that read properties. */
    @Test
    void propertiesAreAscii() throws IOException {
        for (Path f : Stream.concat(files(SOURCES, ".*\\.properties").stream(), files(XML, ".*\\.properties").stream())
                .toList()) {
            for (byte b : Files.readAllBytes(f)) {
                assertTrue(b > 0, f + " has a byte beyond ASCII; write it as \\uXXXX");
            }
        }
    }
}
