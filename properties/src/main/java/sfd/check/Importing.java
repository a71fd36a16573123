package sfd.check;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import sfd.traces.json.ValueJson;
import sfd.traces.tlc.TlcException;
import sfd.traces.value.Value;
import sfd.worlds.ConfigurationText;
import sfd.worlds.Evaluated;
import sfd.worlds.Group;
import sfd.worlds.Import;
import sfd.worlds.Section;
import sfd.worlds.Worlds;

/**
 * Takes what somebody wrote by hand into the data: operators of worlds in the modules of {@code spec/models}, and
 * configurations beside them. What a model shows and what is expected of it stays to be written, and to be measured.
 */
public final class Importing {

    private final Layout layout;
    private final PrintStream out;

    public Importing(Layout layout, PrintStream out) {
        this.layout = layout;
        this.out = out;
    }

    /** @throws BadInput where TLC refuses a module, or a file says what the data has no place for */
    public void run() {
        try {
            worlds();
            configurations();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TlcException | IllegalArgumentException e) {
            throw new BadInput(e.getMessage());
        }
    }

    private void worlds() throws IOException {
        Worlds before = ModelFiles.worlds(layout);
        try (var evaluated = new Evaluated(layout.spec())) {
            var taken = new Import(before, evaluated.byHand(), evaluated::of);
            for (String module : before.sections().stream().map(Section::module).distinct().toList()) {
                taken.take(module, Files.readString(layout.spec().resolve(module)));
            }
            taken.told().forEach(out::println);
            taken.result().write(layout.spec());
        }
    }

    private void configurations() throws IOException {
        String manifest = Files.readString(layout.manifest());
        Worlds worlds = ModelFiles.worlds(layout);
        Set<String> named = Pattern.compile("\"config\": *\"([^\"]*)\"").matcher(manifest).results()
                .map(it -> it.group(1)).collect(Collectors.toSet());
        for (String config : layout.configurations()) {
            ConfigurationText text = ConfigurationText.of(Files.readString(layout.spec().resolve(config)));
            String module = named.contains(config) ? null : module(worlds, text);
            String changed = module == null ? completed(worlds, manifest, config, text) : added(worlds, manifest, config, module, text);
            if (!changed.equals(manifest)) {
                out.println(config + (module == null ? ": its constants" : ": an entry, of which \"says\" is to be written and all else to be"
                        + " measured with --record"));
                manifest = changed;
            }
        }
        Files.writeString(layout.manifest(), manifest);
    }

    /** An entry without a world gets what its configuration sets, if it does not have it. */
    private static String completed(Worlds worlds, String manifest, String config, ConfigurationText text) {
        Matcher entry = Pattern.compile("\"module\": *\"([^\"]*)\",\\s*\"config\": *\"" + Pattern.quote(config)
                + "\",(\\s*)(?!\\s|\"world\"|\"policy\"|\"constants\")").matcher(manifest);
        if (!entry.find() || text.replaced().containsKey("World")) {
            return manifest;
        }
        return manifest.substring(0, entry.end()) + role(worlds, entry.group(1), text, entry.group(2)) + manifest.substring(entry.end());
    }

    private static String added(Worlds worlds, String manifest, String config, String module, ConfigurationText text) {
        String name = Path.of(config).getFileName().toString().replaceFirst("\\.cfg$", "");
        String next = "\n      ";
        String world = text.replaced().get("World");
        var entry = new StringBuilder("    {" + next + "\"name\": " + ValueJson.quoted(name) + "," + next
                + "\"module\": " + ValueJson.quoted(module) + "," + next + "\"config\": " + ValueJson.quoted(config) + "," + next);
        if (world == null) {
            entry.append(role(worlds, module, text, next));
        } else {
            entry.append("\"world\": ").append(ValueJson.quoted(world)).append(',').append(next);
            List<Value> off = text.assigned().getOrDefault("Off", Value.set()).elements();
            if (!off.isEmpty()) {
                entry.append("\"off\": ").append(ValueJson.text(Value.seq(off))).append(',').append(next);
            }
        }
        entry.append("\"time\": \"quick\",").append(next);
        if (text.specification().equals("FairSpec")) {
            entry.append("\"temporal\": true,").append(next);
        }
        entry.append("\"says\": \"To be written.\",").append(next).append("\"assumptions\": [],").append(next)
                .append("\"expected\": {},").append(next).append("\"states\": 0,").append(next).append("\"transitions\": ")
                .append(text.specification().equals("FairSpec") ? "null" : "0").append("\n    }");
        return manifest.replaceFirst("(?s)\\s*\\]\\s*\\}\\s*$", ",\n" + Matcher.quoteReplacement(entry.toString()) + "\n  ]\n}\n");
    }

    private static String role(Worlds worlds, String module, ConfigurationText text, String next) {
        Group group = worlds.group(module)
                .orElseThrow(() -> new BadInput("no group in spec/worlds.json has " + module));
        String constants = text.assigned().entrySet().stream()
                .filter(it -> !it.getKey().equals("Off") && !it.getValue().equals(group.constants().get(it.getKey())))
                .map(it -> ValueJson.quoted(it.getKey()) + ": " + ValueJson.text(it.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
        String policy = text.replaced().get("RolePolicy");
        return (policy == null ? "" : "\"policy\": " + ValueJson.quoted(policy) + "," + next) + "\"constants\": " + constants + "," + next;
    }

    /** The module whose constants a configuration sets. */
    private static String module(Worlds worlds, ConfigurationText text) {
        String world = text.replaced().get("World");
        if (world != null) {
            return worlds.sections().stream().filter(it -> it.worlds().stream().anyMatch(one -> one.name().equals(world)))
                    .map(Section::module).findFirst().orElseThrow(() -> new BadInput("no module has the world " + world));
        }
        return worlds.groups().stream().filter(it -> !it.constants().isEmpty())
                .filter(it -> text.assigned().keySet().containsAll(it.constants().keySet()))
                .filter(it -> text.assigned().getOrDefault("Role", Value.of("")).equals(it.constants().getOrDefault("Role", Value.of(""))))
                .map(Group::module).findFirst().orElseThrow(() -> new BadInput("no group in spec/worlds.json has these constants: "
                        + text.assigned().keySet()));
    }
}
