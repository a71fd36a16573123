package sfd.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        KINDS.put("no undue end", List.of("SoundUnservedProp", "SoundGoneProp", "ChildKeptInv"));
        KINDS.put("detection", List.of("DetectedProp", "DetectedUnlessDroppedProp"));
        KINDS.put("served too", List.of("ServedProp"));
        KINDS.put("bound", List.of("UnansweredBoundInv"));
    }

    /** @param words the verdict @param link the worst counterexample, or the models of the cell */
    record Chip(String kind, boolean holds, String words, String link) {

        String marked() {
            return holds ? "holds" : "fails";
        }

        String sign() {
            return holds ? "✓" : "✗";
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

    private static Chip chip(String id, String kind, List<String> properties, List<Shown> claiming) {
        String shortest = id;
        int least = Integer.MAX_VALUE;
        int failing = 0;
        for (Shown model : claiming) {
            boolean fails = false;
            for (Shown.Claim claim : claims(model, properties)) {
                if (!claim.holds()) {
                    fails = true;
                    int steps = Objects.requireNonNullElse(claim.steps(), Integer.MAX_VALUE - 1);
                    if (steps < least) {
                        least = steps;
                        shortest = claim.attack() == null ? "model-" + model.name()
                                : "attack-" + model.name() + "-" + claim.property();
                    }
                }
            }
            failing += fails ? 1 : 0;
        }
        String models = claiming.size() + (claiming.size() == 1 ? " model" : " models");
        String words = failing == 0 ? "holds in " + models
                : "fails in " + failing + " of " + models + (least < Integer.MAX_VALUE - 1 ? ", shortest " + least + " steps" : "");
        return new Chip(kind, failing == 0, words, shortest);
    }

    private static List<Shown.Claim> claims(Shown model, List<String> properties) {
        return model.claims().stream().filter(it -> properties.contains(it.property())).toList();
    }
}
