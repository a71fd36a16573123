package sfd.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import sfd.check.Entry;
import sfd.check.Expectation;
import sfd.check.Manifest;
import sfd.check.Result;

/** The generated part of {@code spec/MENDED.md}: each mend with what fell before it and stands with it. */
record MendedPage(Manifest manifest, Mends mends) {

    String all() {
        return index() + mends.mends().stream().map(this::chapter).collect(Collectors.joining("\n"))
                + "\n## What no sentence mends\n\n"
                + mends.unmended().stream().map(this::unmended).collect(Collectors.joining("\n"));
    }

    private String index() {
        return "| | the sentence is about | mends | claims that fell, and stand with it |\n|---|---|---|---:|\n"
                + mends.mends().stream().map(it -> "| [%s](#%s) | %s | %s | %d |\n".formatted(it.id(), it.id().toLowerCase(),
                        it.title(), links(it.findings()), it.shown().stream().mapToInt(pair -> mended(pair).size()).sum()))
                .collect(Collectors.joining()) + "\n";
    }

    private String chapter(Mends.Mend it) {
        return "<a id=\"%s\"></a>\n### %s. %s\n\n%s\n\n%s> %s\n\n%s%s\n%s\n*Costs:* %s\n\n*Remains:* %s\n".formatted(
                it.id().toLowerCase(), it.id(), it.title(), it.places().stream()
                        .map(place -> "- %s, %s: %s".formatted(place.text(), place.section(), place.says()))
                        .collect(Collectors.joining("\n")),
                it.struck() == null ? "" : "Struck: " + it.struck() + "\n\n", it.sentence(),
                it.clause() == null ? "" : "In the catalogue, and cited by the roles: " + it.clause() + ". ",
                "Mends " + links(it.findings()) + ".\n", table(it), it.cost(), links(it.remains()));
    }

    private String table(Mends.Mend mend) {
        return "| before | with it | | |\n|---|---|---|---|\n"
                + mend.shown().stream().map(this::rows).collect(Collectors.joining())
                + mend.kept().stream().map(manifest::get).map(model -> "| | `%s` | %s | %s |\n".formatted(model.name(),
                        words(Claims.holding(model)), "still holds")).collect(Collectors.joining());
    }

    /** Before, the claims that fall; with the mend, those of them that stand, and all that stood and stands. */
    private String rows(Mends.Pair pair) {
        Entry before = manifest.get(pair.before());
        List<String> stood = Claims.holding(before).stream().filter(Claims.holding(manifest.get(pair.after()))::contains).toList();
        return "| `%s`: %s | `%s` | %s | stands now%s |\n".formatted(before.name(),
                mended(pair).stream().map(property -> Claims.failure(before, property)).collect(Collectors.joining("<br>")),
                pair.after(), words(mended(pair)), stood.isEmpty() ? "" : "; and still: " + words(stood));
    }

    /** The claims that fall before and stand after. */
    private List<String> mended(Mends.Pair pair) {
        Map<String, Expectation> after = Claims.of(manifest.get(pair.after()));
        var mended = new ArrayList<String>();
        for (String property : Claims.violated(manifest.get(pair.before()))) {
            if (after.containsKey(property) && after.get(property).result() == Result.HOLDS) {
                mended.add(property);
            }
        }
        return mended;
    }

    private static String words(List<String> properties) {
        return properties.stream().map(Claims::holds).collect(Collectors.joining("<br>"));
    }

    private String unmended(Mends.Unmended it) {
        return "### %s\n\n%s\n\n| model | falls |\n|---|---|\n%s\n%s\n".formatted(it.title(), links(it.why()),
                it.models().stream().map(manifest::get).map(model -> "| `%s` | %s |\n".formatted(model.name(),
                        Claims.violated(model).stream().map(property -> Claims.failure(model, property))
                                .collect(Collectors.joining("<br>")))).collect(Collectors.joining()),
                links(it.findings()) + ".");
    }

    private static String links(List<String> findings) {
        return findings.stream().map(it -> "[%s](FINDINGS.md#%s)".formatted(it, it.toLowerCase())).collect(Collectors.joining(", "));
    }

    private static String links(String sentences) {
        return sentences.replaceAll("\\bF([0-9]+)\\b", "[F$1](FINDINGS.md#f$1)").replaceAll("\\bM([0-9]+)\\b", "[M$1](#m$1)");
    }
}
