package org.interphase.testkit.layering;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares manifests and sources with the table; every violation is a sentence. */
final class LayerRules {

    private static final String OWN = "org.interphase.";

    private static final List<String> WINDOW_TOOLKITS = List.of("org.eclipse.swt", "org.eclipse.jface",
            "org.eclipse.ui", "org.eclipse.e4.ui", "org.eclipse.core.databinding", "org.eclipse.swtchart",
            "javax.swing");

    private static final Pattern WINDOWS_IN_SOURCE = Pattern.compile("\\b(org\\.eclipse\\.(swt|jface|ui|e4\\.ui|"
            + "core\\.databinding|swtchart)\\b|javax\\.swing\\b|java\\.applet\\b|java\\.awt\\.(Window|Frame|Dialog|"
            + "FileDialog|Robot|Desktop|SystemTray|TrayIcon|event)\\b|ij\\.gui\\.\\w*(Window|Dialog)\\b|"
            + "ij\\.ImageJ\\b)");

    private final LayerTable table;
    private final Map<String, String> exporterOf = new HashMap<>();

    LayerRules(LayerTable table, Collection<BundleManifest> manifests) {
        this.table = table;
        for (BundleManifest manifest : manifests) {
            manifest.exportedPackages().forEach(name -> exporterOf.put(name, manifest.symbolicName()));
        }
    }

    /** Violations of one bundle; test bundles ({@code *.tests}) may import anything. */
    List<String> violations(BundleManifest manifest) {
        List<String> found = new ArrayList<>();
        String name = manifest.symbolicName();
        if (!name.startsWith(OWN) || name.endsWith(".tests")) {
            return found;
        }
        // a fragment lives in its host's row
        String layer = shortName(manifest.fragmentHost() == null ? name : manifest.fragmentHost());
        if (!table.knows(layer)) {
            found.add(name + " is in no row of the table");
            return found;
        }
        for (String required : manifest.requiredBundles()) {
            checkBundle(found, name, layer, required);
        }
        for (String imported : manifest.importedPackages()) {
            if (!imported.startsWith(OWN)) {
                checkLibrary(found, name, layer, imported);
            } else if (exporterOf.containsKey(imported)) {
                checkBundle(found, name, layer, exporterOf.get(imported));
            } else {
                found.add(name + " imports " + imported + ", which no bundle exports");
            }
        }
        return found;
    }

    private void checkBundle(List<String> found, String name, String layer, String target) {
        if (!target.startsWith(OWN)) {
            checkLibrary(found, name, layer, target);
        } else if (!table.allows(layer, shortName(target))) {
            found.add(name + " must not import " + target);
        }
    }

    private void checkLibrary(List<String> found, String name, String layer, String library) {
        boolean window = WINDOW_TOOLKITS.stream().anyMatch(t -> library.equals(t) || library.startsWith(t + "."));
        if (window && !table.mayShowWindows(layer)) {
            found.add(name + " must not see a window toolkit: " + library);
        } else if (!table.allowsLibrary(layer, library)) {
            found.add(name + " must not import the library " + library);
        }
    }

    /** Violations of one source file: window toolkits below the workbench. */
    List<String> sourceViolations(String symbolicName, String file, String source) {
        List<String> found = new ArrayList<>();
        if (!table.mayShowWindows(shortName(symbolicName)) && !symbolicName.endsWith(".tests")) {
            Matcher matcher = WINDOWS_IN_SOURCE.matcher(source);
            while (matcher.find()) {
                found.add(file + " must not see a window toolkit: " + matcher.group());
            }
        }
        return found;
    }

    private static String shortName(String symbolicName) {
        return symbolicName.startsWith(OWN) ? symbolicName.substring(OWN.length()) : symbolicName;
    }
}
