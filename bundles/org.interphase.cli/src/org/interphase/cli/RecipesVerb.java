package org.interphase.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.interphase.api.Operation;
import org.interphase.api.Recipe;
import org.interphase.api.Step;
import org.interphase.engine.document.Recipes;
import org.interphase.engine.text.JsonText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which recipes there are, and what one does. */
@Command(name = "recipes", sortOptions = false, description = {"Lists the ready-made analyses; with a name, shows the "
        + "steps and parameters of one.", ""},
        footerHeading = "%nExamples:%n",
        footer = {"  interphase recipes", "  interphase recipes xps/f1s-lif-cf2",
            "  interphase recipes xps/f1s-lif-cf2 --yaml > my.yaml     a recipe of your own: edit it, then",
            "  interphase run my.yaml data.csv"})
final class RecipesVerb implements Callable<Integer> {

    private static final int WIDTH = 100;

    private final Session session;

    @Mixin
    private CommonOptions common;

    @Option(names = "--yaml", description = "Print the recipe as a document that run takes.")
    private boolean yaml;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "Recipe to explain, or path of a recipe document.")
    private String name;

    RecipesVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        List<Recipe> recipes = name == null ? session.registry().recipes()
                : List.of(RecipeArgument.find(session, name));
        if (yaml) {
            if (name == null) {
                throw new UsageException("--yaml needs the name of a recipe");
            }
            session.console().out().print(Recipes.toYaml(withDefaults(recipes.get(0))));
        } else if (common.json()) {
            session.console().out().print(JsonText.writePretty(Map.of("recipes",
                    recipes.stream().map(this::tree).toList())));
        } else if (name != null) {
            session.console().out().print(text(recipes.get(0)));
        } else {
            TextTable table = new TextTable();
            recipes.forEach(r -> table.row(r.id(), String.join(" ", r.applies().kinds()), r.title()));
            session.console().out().print(table.indented(""));
        }
        return CliMain.DONE;
    }

    /** Parameters of a step with every default filled in; as written where the operation is not installed. */
    private Map<String, Object> parameters(Step step) {
        return session.registry().operation(step.operation()).<Map<String, Object>>map(
                o -> org.interphase.api.parameters.Parameters.encode(org.interphase.api.parameters.Parameters.decode(
                        o.info().parameters(), step.parameters()))).orElse(step.parameters());
    }

    private Recipe withDefaults(Recipe recipe) {
        List<Step> steps = new ArrayList<>();
        recipe.steps().forEach(s -> steps.add(s.withParameters(parameters(s))));
        return recipe.withSteps(steps);
    }

    private Map<String, Object> tree(Recipe r) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", r.id());
        tree.put("title", r.title());
        tree.put("help", r.help());
        tree.put("scope", r.scope().name().toLowerCase(Locale.ROOT));
        tree.put("kinds", r.applies().kinds());
        tree.put("steps", r.steps().stream().map(s -> {
            Map<String, Object> step = new LinkedHashMap<>();
            step.put("id", s.id());
            step.put("operation", s.operation());
            step.put("enabled", s.enabled());
            step.put("parameters", parameters(s));
            return step;
        }).toList());
        return tree;
    }

    private String text(Recipe r) {
        StringBuilder out = new StringBuilder(r.id() + ": " + r.title() + "\n");
        out.append(TextTable.wrap(r.help(), "  ", WIDTH));
        out.append("\nFor: ").append(String.join(", ", r.applies().kinds()));
        if (!Double.isNaN(r.applies().from())) {
            out.append(" covering ").append(r.applies().from()).append(" .. ").append(r.applies().to()).append(' ')
                    .append(r.applies().unit());
        }
        out.append(r.scope() == Recipe.Scope.SERIES ? "; all files together as one series\n" : "; each file alone\n");
        for (Step s : r.steps()) {
            Operation<?, ?> operation = session.registry().requireOperation(s.operation());
            out.append("\nStep ").append(s.id()).append(s.enabled() ? "" : " (off)").append(": ")
                    .append(operation.info().title()).append("  [").append(s.operation()).append("]\n")
                    .append(ParameterTree.text(operation.info().parameters(), parameters(s), "  "));
        }
        Step first = r.steps().get(0);
        out.append("\nChange a parameter with --set, for example --set ").append(first.id()).append('.')
                .append(parameters(first).keySet().stream().findFirst().orElse("enabled")).append("=...\n");
        return out.toString();
    }
}
