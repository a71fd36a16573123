package sfd.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import sfd.check.About;

/**
 * What is known of one protocol in one deployment against one attacker.
 *
 * @param id of its place on the page
 * @param chips what is claimed there, and whether it holds
 */
record Cell(String id, List<Chip> chips) {

    /** Kinds of claim to the properties that state them. */
    private static final Map<String, List<String>> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("no leak", List.of("LiveTokenSecretInv", "CookieSecretInv"));
        KINDS.put("no end while served", List.of("SoundUnservedProp"));
        KINDS.put("no end while any member has it", List.of("SoundGoneProp"));
        KINDS.put("no child thrown away", List.of("ChildKeptInv"));
        KINDS.put("detection", List.of("DetectedProp", "DetectedUnlessDroppedProp"));
        KINDS.put("served too", List.of("ServedProp"));
        KINDS.put("bound", List.of("UnansweredBoundInv"));
    }

    /**
     * @param marked holds, fails, or aside: where no model of it keeps the texts
     * @param words the verdict
     * @param link a counterexample, or the models of the cell
     */
    record Chip(String kind, String marked, String words, String link) {

        String sign() {
            return switch (marked) {
                case "holds" -> "✓";
                case "fails" -> "✗";
                default -> "–";
            };
        }
    }

    static String id(About about) {
        return "cell-" + about.protocol() + "-" + about.deployment() + "-" + about.attacker();
    }

    static Cell of(String id, List<Shown> models) {
        List<Chip> chips = new ArrayList<>();
        KINDS.forEach((kind, properties) -> {
            List<Shown> claiming = models.stream().filter(model -> !claims(model, properties).isEmpty()).toList();
            if (!claiming.isEmpty()) {
                chips.add(chip(id, kind, properties, claiming));
            }
        });
        return new Cell(id, chips);
    }

    /** The colour is that of the models that keep the texts; what the others show is said behind it. */
    private static Chip chip(String id, String kind, List<String> properties, List<Shown> claiming) {
        List<Shown> keep = claiming.stream().filter(Shown::keepsTheTexts).toList();
        List<Shown> others = claiming.stream().filter(it -> !it.keepsTheTexts()).toList();
        String aside = others.isEmpty() ? "" : (keep.isEmpty() ? "" : "; ") + "with a clause off or read otherwise " + words(properties, others);
        String marked = keep.isEmpty() ? "aside" : failing(properties, keep).isEmpty() ? "holds" : "fails";
        return new Chip(kind, marked, (keep.isEmpty() ? "" : words(properties, keep)) + aside,
                shortest(properties, keep).or(() -> shortest(properties, others)).orElse(id));
    }

    private static String words(String models, int failing, OptionalInt least) {
        return failing == 0 ? "holds in " + models
                : "fails in " + failing + " of " + models + (least.isPresent() ? ", shortest " + least.getAsInt() + " steps" : "");
    }

    private static String words(List<String> properties, List<Shown> models) {
        return words(models.size() + (models.size() == 1 ? " model" : " models"), failing(properties, models).size(),
                models.stream().flatMap(it -> claims(it, properties).stream()).filter(it -> !it.holds() && it.steps() != null)
                        .mapToInt(Shown.Claim::steps).min());
    }

    private static List<Shown> failing(List<String> properties, List<Shown> models) {
        return models.stream().filter(it -> claims(it, properties).stream().anyMatch(claim -> !claim.holds())).toList();
    }

    /** What fails in the long run has no length, and comes last. */
    private static Optional<String> shortest(List<String> properties, List<Shown> models) {
        String link = null;
        int least = Integer.MAX_VALUE;
        for (Shown model : failing(properties, models)) {
            for (Shown.Claim claim : claims(model, properties)) {
                int steps = Objects.requireNonNullElse(claim.steps(), Integer.MAX_VALUE - 1);
                if (!claim.holds() && steps < least) {
                    least = steps;
                    link = claim.attack() == null ? "model-" + model.name() : "attack-" + model.name() + "-" + claim.property();
                }
            }
        }
        return Optional.ofNullable(link);
    }

    private static List<Shown.Claim> claims(Shown model, List<String> properties) {
        return model.claims().stream().filter(it -> properties.contains(it.property())).toList();
    }
}
