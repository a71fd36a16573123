package sfd.catalogue;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The places where a clause can be cited. A file of the project may belong to none of them. */
public enum Column {
    /** The specification and its models. */
    MODELLED("spec", List.of("spec/[^/]+\\.tla", "spec/models/.+\\.tla")),
    /** The reference implementation. */
    ENFORCED("reference", List.of("reference/src/main/.+\\.java")),
    /**
     * Tests, the judges, and the committed traces, but not their schemas; nor the minimal IKE daemon, who talks to one, and
     * the simulated one, which keep clauses and judge none.
     */
    TESTED("tests", List.of(
            "[^/]+/src/test/.+\\.(java|jsonl?)",
            "properties/src/main/java/sfd/(?!(session|peer)/|simulation/(?!\\w*Claims\\.)).+\\.java",
            "traces/(?!src/)(?!.+\\.schema\\.json).+\\.jsonl?"));

    private final String title;
    private final Predicate<String> files;

    Column(String title, List<String> patterns) {
        this.title = title;
        this.files = Pattern.compile(String.join("|", patterns)).asMatchPredicate();
    }

    /** One word for people. */
    public String title() {
        return title;
    }

    /**
     * True if a citation in that file counts here.
     *
     * @param file relative to the root of the project, with slashes
     */
    public boolean holds(String file) {
        return files.test(file);
    }
}
