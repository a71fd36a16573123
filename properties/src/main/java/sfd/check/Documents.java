package sfd.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The generated parts of pages, each between two marks: {@code <!-- name -->} and {@code <!-- /name -->}. They come from
 * {@code spec/findings.json} and the manifest, whose verdicts every run checks; nothing in them is typed in.
 */
final class Documents {

    /** What a finding says, and which models show it; {@code spec/findings.json}. */
    record Finding(String id, String situation, String statement, List<String> clauses, List<String> models) {
    }

    /** The file's one field. */
    record Findings(List<Finding> findings) {
    }

    private final Layout layout;
    private final Manifest manifest;
    private final List<Finding> findings;

    Documents(Layout layout, Manifest manifest) {
        this.layout = layout;
        this.manifest = manifest;
        try {
            this.findings = new ObjectMapper()
                    .readValue(layout.spec().resolve("findings.json").toFile(), Findings.class).findings();
        } catch (IOException e) {
            throw new BadInput("spec/findings.json: " + e.getMessage().replaceAll("\\s+", " "));
        }
    }

    List<Finding> findings() {
        return findings;
    }

    /** Each page with its generated parts made anew. */
    Map<Path, String> pages() {
        Map<Path, String> pages = new LinkedHashMap<>();
        pages.put(layout.root().resolve("README.md"), page("README.md", "findings", overview()));
        pages.put(layout.root().resolve("spec/FINDINGS.md"), page("spec/FINDINGS.md", "findings", chapters()));
        pages.put(layout.root().resolve("spec/models/README.md"), page("spec/models/README.md", "models", models()));
        return pages;
    }

    /** Writes them. */
    void write() {
        pages().forEach((file, text) -> {
            try {
                Files.writeString(file, text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private String page(String name, String part, String content) {
        try {
            String text = Files.readString(layout.root().resolve(name));
            String open = "<!-- " + part + " -->\n";
            String close = "<!-- /" + part + " -->";
            int start = text.indexOf(open);
            int end = text.indexOf(close);
            if (start < 0 || end < start) {
                throw new BadInput(name + " has no part between " + open.strip() + " and " + close);
            }
            return text.substring(0, start + open.length()) + content + text.substring(end);
        } catch (IOException e) {
            throw new BadInput("cannot read " + name + ": " + e.getMessage());
        }
    }

    private String overview() {
        return "| | situation | what holds, what fails |\n|---|---|---|\n" + findings.stream()
                .map(finding -> "| [%s](spec/FINDINGS.md#%s) | %s | %s |\n".formatted(finding.id(),
                        finding.id().toLowerCase(), finding.situation(), finding.models().stream()
                                .map(model -> model + " " + inShort(manifest.get(model)))
                                .collect(Collectors.joining("; "))))
                .collect(Collectors.joining());
    }

    private static String inShort(Entry model) {
        List<String> violated = claims(model).entrySet().stream()
                .filter(claim -> claim.getValue().result() == Result.VIOLATED)
                .map(claim -> claim.getKey() + (claim.getValue().steps() == null ? "" : " in " + claim.getValue().steps()))
                .toList();
        return violated.isEmpty() ? "holds" : "**fails** (" + String.join(", ", violated) + ")";
    }

    /** The expectations that claim something: a {@code Reach...} is meant to be violated, and claims nothing. */
    private static Map<String, Expectation> claims(Entry model) {
        Map<String, Expectation> claims = new LinkedHashMap<>(model.expected());
        claims.keySet().removeIf(property -> property.startsWith("Reach"));
        return claims;
    }

    private String chapters() {
        return findings.stream().map(this::chapter).collect(Collectors.joining("\n"));
    }

    private String chapter(Finding finding) {
        return "<a id=\"%s\"></a>\n## %s. %s\n\n%s\n\nClauses: %s\n\n| model | | verdict |\n|---|---|---|\n%s".formatted(
                finding.id().toLowerCase(), finding.id(), finding.situation(), finding.statement(),
                String.join(", ", finding.clauses()),
                finding.models().stream().map(model -> row(manifest.get(model))).collect(Collectors.joining()));
    }

    private String row(Entry model) {
        return "| `%s` | %s | %s |\n".formatted(model.name(), model.says(), claims(model).entrySet().stream()
                .map(claim -> verdict(model, claim.getKey(), claim.getValue()))
                .collect(Collectors.joining("<br>")));
    }

    private String verdict(Entry model, String property, Expectation expected) {
        String text = property + ": " + expected;
        String trace = model.name() + "." + property + ".itf.json";
        return Files.isRegularFile(layout.root().resolve("traces/itf").resolve(trace))
                ? "[" + text + "](../traces/itf/" + trace + ")"
                : text;
    }

    private String models() {
        return "| model | | properties | states | transitions |\n|---|---|---|---:|---:|\n" + manifest.models().stream()
                .map(model -> "| [%s](%s) | %s | %s | %s | %s |\n".formatted(model.name(),
                        model.config().replaceFirst("^models/", ""), model.says(),
                        model.expected().entrySet().stream()
                                .map(property -> property.getKey() + ": " + property.getValue())
                                .collect(Collectors.joining("<br>")),
                        number(model.states()), number(model.transitions())))
                .collect(Collectors.joining());
    }

    private static String number(Long number) {
        return number == null ? "" : "%,d".formatted(number);
    }
}
