package sfd.sensitivity;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import sfd.check.About;
import sfd.check.Entry;
import sfd.check.Layout;
import sfd.check.SpecJson;
import sfd.check.WorldConfiguration;
import sfd.draw.Sequence;
import sfd.traces.graph.Graph;
import sfd.traces.graph.Label;
import sfd.traces.tlc.Model;
import sfd.traces.tlc.Progress;
import sfd.traces.tlc.Walk;
import sfd.traces.value.Value;

/**
 * What occurs in which system model: each kind of message in the clear that a role minds, as the attacker says it; each
 * effect, and each reason for which a role ignores something. What occurs in role models only is a hole in the systems.
 *
 * @param messages "maker: request, SK" to the models in which the attacker says it, none for a hole
 * @param effects type to the models
 * @param reasons to the models
 */
public record Occurrences(Map<String, List<String>> messages, Map<String, List<String>> effects, Map<String, List<String>> reasons) {

    /** Models with more transitions than this are left out. */
    static final long LARGEST = 360_000;

    public static final SpecJson<Occurrences> KEPT = new SpecJson<>("occurrences.json", Occurrences.class);

    /** Walks models. @param out a line for each */
    public static Occurrences of(Layout layout, List<Entry> models, PrintStream out) {
        var sum = new Sum();
        for (Entry entry : models) {
            if (!entry.temporal() && entry.transitions() <= LARGEST) {
                sum.add(layout, entry);
                out.println(entry.name());
            }
        }
        return new Occurrences(sum.messages, sum.effects, sum.reasons).inOrder();
    }

    private Occurrences inOrder() {
        return new Occurrences(inOrder(messages), inOrder(effects), inOrder(reasons));
    }

    private static Map<String, List<String>> inOrder(Map<String, List<String>> found) {
        var sorted = new TreeMap<String, List<String>>();
        found.forEach((what, models) -> sorted.put(what, models.stream().distinct().sorted().toList()));
        return sorted;
    }

    private static final class Sum {

        private final Map<String, List<String>> messages = new TreeMap<>();
        private final Map<String, List<String>> effects = new TreeMap<>();
        private final Map<String, List<String>> reasons = new TreeMap<>();

        public void add(Layout layout, Entry entry) {
            // What is claimed is of no interest here, and takes time.
            if (entry.world() == null) {
                walk(entry.name(), entry.model(layout));
                return;
            }
            try (var graph = ScratchConfiguration.of(WorldConfiguration.of(entry).graph().text())) {
                walk(entry.name(), new Model(entry.name(), entry.model(layout).module(), graph.file()));
            }
        }

        private void walk(String name, Model model) {
            try (Walk walk = Walk.open(model)) {
                About about = About.of(walk);
                if (about.kind().equals("abstract")) {
                    return;
                }
                Graph graph = walk.run(Progress.NONE).graph();
                // A label is looked at once; whether it changes the state of who acts is asked of its edges.
                boolean[] moves = new boolean[graph.labelCount()];
                for (int number = 0; number < graph.edgeCount(); number++) {
                    int edge = number;
                    int label = graph.labelNumber(edge);
                    moves[label] = moves[label] || graph.label(edge).actor()
                            .filter(actor -> !own(graph, graph.from(edge), actor).equals(own(graph, graph.to(edge), actor))).isPresent();
                }
                Label[] labels = new Label[graph.labelCount()];
                IntStream.range(0, graph.edgeCount()).forEach(edge -> labels[graph.labelNumber(edge)] = graph.label(edge));
                for (int number = 0; number < labels.length; number++) {
                    if (labels[number] != null) {
                        add(name, about, labels[number], moves[number]);
                    }
                }
            }
        }

        private static Value own(Graph graph, int state, String actor) {
            return graph.state(state).field("peers").field(actor);
        }

        private void add(String model, About about, Label label, boolean moves) {
            List<Value> effects = label.effects().map(Value::items).orElse(List.of());
            boolean system = !about.isRole();
            for (Value effect : effects) {
                String type = effect.field("type").text();
                boolean log = type.equals("Log");
                note(log ? reasons : this.effects, log ? effect.field("reason").text() : type, model, system);
            }
            boolean minded = moves || effects.stream().anyMatch(it -> !it.field("type").text().equals("Log"));
            Optional<String> role = label.actor().flatMap(actor -> about.roles().find(actor)).map(Value::text);
            if (minded && role.isPresent() && label.event().isPresent()
                    && label.event().get().field("type").text().equals("Received")) {
                String heard = role.get() + ": " + words(label.event().get().field("message"));
                note(messages, heard, model, system && Sequence.isHostile(label.action()));
            }
        }

        private static void note(Map<String, List<String>> found, String what, String model, boolean counts) {
            List<String> models = found.computeIfAbsent(what, it -> new ArrayList<>());
            if (counts) {
                models.add(model);
            }
        }
    }

    /** "request: SK", "response: INVALID_IKE_SPI, QCD_TOKEN": the kinds of what decides, in no order. */
    private static String words(Value message) {
        String kind = message.field("kind").text();
        if (!kind.equals("ike")) {
            return kind.toUpperCase(Locale.ROOT);
        }
        var payloads = new TreeSet<String>();
        message.field("payloads").items().forEach(payload -> payloads.add(word(payload)));
        payloads.removeAll(Set.of("OTHER", "V"));
        return (message.field("response").bool() ? "response: " : "request: ")
                + (payloads.isEmpty() ? "nothing that decides" : payloads.stream().collect(Collectors.joining(", ")));
    }

    private static String word(Value payload) {
        String type = payload.field("type").text();
        if (!type.equals("N")) {
            return type.equals("SKF") ? "SK" : type;
        }
        String notify = payload.field("notify").text();
        return notify.equals("CHECK_SPI") ? notify + " " + payload.field("subtype").text() : notify;
    }
}
