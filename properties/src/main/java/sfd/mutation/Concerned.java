package sfd.mutation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sfd.check.Entry;
import sfd.check.Layout;
import sfd.check.Manifest;

/** Which role models a module concerns: those whose role extends it; and a draw stands around every role. */
record Concerned(Layout layout, Manifest manifest) {

    /** The modules that roles are made of, the smallest first; and what all of them are written in, for guards stand there too. */
    static final List<String> MODULES = List.of("Secrets", "Limits", "SirMessages", "Admission", "SaTable", "Hints", "Taker", "Maker",
            "Liveness", "PeerX", "PeerY", "Alphabet");

    private static final Pattern EXTENDS = Pattern.compile("(?m)^EXTENDS (.*)$");
    private static final String AROUND = "Admission";

    /** The quickest first. */
    List<Entry> models(String module) {
        return manifest.models().stream()
                .filter(it -> it.policy() != null && (module.equals(AROUND) || parts(role(it)).contains(module)))
                .sorted(Comparator.comparing(Entry::transitions)).toList();
    }

    /** The role's module, as its model's file is called after it. */
    private static String role(Entry entry) {
        return entry.module().replaceFirst("^models/(\\w+)Model\\.tla$", "$1");
    }

    private Set<String> parts(String module) {
        var parts = new LinkedHashSet<String>();
        add(module, parts);
        return parts;
    }

    private void add(String module, Set<String> parts) {
        var file = layout.spec().resolve(SpecMutant.file(module));
        if (!Files.isRegularFile(file) || !parts.add(module)) {
            return;
        }
        try {
            Matcher others = EXTENDS.matcher(Files.readString(file));
            if (others.find()) {
                List.of(others.group(1).split(", *")).forEach(it -> add(it.strip(), parts));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
