package org.interphase.ui.texts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which literals are no texts of the window, each with its reason. */
final class NoTexts {

    /** What is given to these is for programs or for who mends this one. */
    private static final Map<String, List<String>> CALLS = Map.of(
            "the log, for who mends the program", List.of("warn", "error"),
            "defects, never a mistake of the analyst", List.of("IllegalStateException", "PartInitException"),
            "work nobody sees, threads", List.of("createSystem", "read", "name"),
            "patterns", List.of("replaceAll", "replaceFirst", "matches", "split", "compile", "format", "replace"),
            "names and ends of files", List.of("endsWith", "startsWith", "resolve", "findEntries"),
            "compilers", List.of("SuppressWarnings"),
            "headers of bundles, keys of data", List.of("get", "getData", "getProperty", "equals", "contains"));

    /** What is given to these is shown, a single word too. */
    private static final Set<String> SHOWN = Set.of("setText", "setToolTipText", "setMessage", "setPartName", "say",
            "tell", "action", "Offer", "heading", "quiet", "edit", "change", "accept");

    /** The rest, as FILE: LITERAL. */
    private static final Map<String, List<String>> ONES = Map.ofEntries(
            Map.entry("the name of the program", List.of("WindowAdvisor: Interphase",
                    "WorkbenchApplication: Interphase",
                    "ExampleHandler: Interphase")),
            Map.entry("names of folders, files and journals", List.of("ExampleCopy: Example",
                    "BatchJournal: interphase batch 1", "ProgramPart: META-INF/LICENSE",
                    "ProgramPart: META-INF/LICENSE.txt")),
            Map.entry("identifiers, seen by programs alone", List.of("QuickFind: help ", "QuickFind: sample ",
                    "QuickFind: recipe ", "QuickFind: parameter ", "QuickFind: operation ", "QuickFind: file ",
                    "AnalysisInput: series ", "HelpTopics: operation ", "HelpTopics: recipe ",
                    "ConstrainedRow:  text", "ConstrainedRow:  from", "ConstrainedRow:  to", "StateImages: colour ")),
            Map.entry("the text form of fit parameters, one in every language", List.of("ConstrainedRow: auto",
                    "ConstraintCells: fixed ", "ListColumn: fixed ")),
            Map.entry("words that a file may state, one in every language", List.of("ImportPage: binding energy",
                    "ImportPage: kinetic energy", "ImportPage: Raman shift", "ImportPage: 2 theta")),
            Map.entry("headings of written data, which programs read", List.of("FigureData:  lower end",
                    "FigureData:  upper end")),
            Map.entry("the report of a problem, for who mends the program", List.of("AboutHandler: Interphase ",
                    "AboutHandler: \\nJava ", "AboutHandler: \\nMemory: ", "AboutHandler:  MB at most\\n\\n",
                    "AboutHandler: Nothing was logged.\\n", "AboutHandler: The log cannot be read: ",
                    "OwnRecipes: The recipe ", "OwnRecipes:  cannot be read")),
            Map.entry("units, names of licences, symbols", List.of("AboutDialog:  kB)", "ShownUnits: MPa",
                    "ShownUnits: GPa",
                    "ProgramPart: Apache-2.0", "ProgramPart: EPL-2.0", "ComparePane: \\u0394/u")),
            Map.entry("numbers, patterns, LaTeX and marks", List.of("HandleTool: 1e", "SavedResults: (\\\\.\\\\d+)?",
                    "ConstraintCells: [-+]?(?:\\\\d+\\\\.?\\\\d*|\\\\.\\\\d+)(?:[eE][-+]?\\\\d+)?",
                    "CopiedNumbers: \\\\begin{tabular}{lrl}\\n\\\\hline\\n",
                    "CopiedNumbers:  \\\\\\\\\\n\\\\hline\\n", "CopiedNumbers: \\\\hline\\n\\\\end{tabular}\\n",
                    "CopiedNumbers:  \\\\pm ", "CopiedNumbers: \\\\times 10^{", "CopiedNumbers: \\\\textbackslash{}",
                    "CopiedNumbers: E", "ResultsView: <a>", "ResultsView: </a>")),
            Map.entry("what stands in recipes and documents, one in every language", List.of("Analysis: Own recipe",
                    "ComponentEdits: C")),
            Map.entry("a defect: panels are made by the program", List.of("FigureCanvas: there is no panel '")));

    private NoTexts() {
    }

    static Set<String> listed() {
        return ONES.values().stream().flatMap(List::stream).collect(Collectors.toSet());
    }

    /** Whether a literal is none; those of the list that occur are added to the used ones. */
    static boolean isNone(String file, Literals.Literal l, Set<String> used) {
        String one = file + ": " + l.text();
        if (listed().contains(one)) {
            used.add(one);
            return true;
        }
        boolean id = l.text().matches("-?[a-z][\\w.:#/+-]*[.=/-]?|[A-Z_]{2,}|[.*]{1,2}[a-z.]+|interphase[\\w.-]*");
        return CALLS.values().stream().anyMatch(c -> c.contains(l.call())) || id && !SHOWN.contains(l.call());
    }
}
