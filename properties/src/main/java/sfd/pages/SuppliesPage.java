package sfd.pages;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import sfd.check.Assumptions;
import sfd.check.Outcome;

/** What stands and what falls where things happen as often as they like. */
record SuppliesPage(Assumptions supplies) {

    String tables() {
        return counts() + "\n" + falls();
    }

    private String counts() {
        return "| | taken for granted, and here not | models with a claim that falls | where nothing falls | of no difference | undecided |\n"
                + "|---|---|---:|---:|---:|---:|\n" + supplies.assumptions().stream().map(it -> {
                    Outcome outcome = outcome(it.id());
                    return "| %s | %s | %d | %d | %d | %d |\n".formatted(it.id(), it.words(), outcome.differences().stream()
                            .filter(Outcome.Difference::isFall).map(Outcome.Difference::model).distinct().count(),
                            outcome.changes().size(), outcome.same().size(), outcome.undecided().size());
                }).collect(Collectors.joining());
    }

    private Outcome outcome(String id) {
        return supplies.dropped().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
    }

    /** Each claim that falls, with the models in which it does. */
    private String falls() {
        Map<String, Map<String, String>> falls = new TreeMap<>();
        supplies.dropped().forEach(outcome -> outcome.differences().stream().filter(Outcome.Difference::isFall)
                .forEach(it -> falls.computeIfAbsent(it.property(), key -> new TreeMap<>())
                        .merge(it.model(), outcome.id() + ": " + it.now(), (one, other) -> one + "; " + other)));
        return "| claim | falls in |\n|---|---|\n" + falls.entrySet().stream().map(it -> "| %s | %s |\n".formatted(it.getKey(),
                it.getValue().entrySet().stream().map(model -> model.getKey() + " (" + model.getValue() + ")")
                        .collect(Collectors.joining("<br>")))).collect(Collectors.joining());
    }
}
