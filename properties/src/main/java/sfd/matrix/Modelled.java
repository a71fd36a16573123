package sfd.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import sfd.check.Assumptions;
import sfd.check.Entry;
import sfd.check.Expectation;
import sfd.check.Layout;
import sfd.check.Manifest;
import sfd.check.ModelFiles;
import sfd.traces.value.Rec;
import sfd.traces.value.Value;
import sfd.worlds.Evaluated;
import sfd.worlds.Worlds;

/**
 * A system model.
 *
 * @param world what surrounds its roles, all fields, and {@code off}: the clauses that somebody does not keep
 * @param verdicts by property
 * @param leansOn ids of the assumptions without which a property is known to fall, by property
 */
public record Modelled(String name, Value world, Map<String, Expectation> verdicts, Map<String, List<String>> leansOn) {

    /** All of the manifest. @param verdicts what is known of a model: what is expected, or what a run found */
    static List<Modelled> all(Layout layout, Manifest manifest, Function<Entry, Map<String, Expectation>> verdicts) {
        Worlds worlds = ModelFiles.worlds(layout);
        Assumptions variations = Assumptions.read(layout);
        Map<String, Value> byHand;
        try (var evaluated = new Evaluated(layout.spec())) {
            byHand = evaluated.byHand();
        }
        List<Modelled> all = new ArrayList<>();
        for (Entry entry : manifest.models()) {
            if (entry.world() != null) {
                Map<String, List<String>> leansOn = new TreeMap<>();
                entry.expected().keySet().forEach(property -> leansOn.put(property, variations.under(entry.name(), property).stream()
                        .filter(it -> !it.kind().equals("attacker")).map(Assumptions.Assumption::id).toList()));
                all.add(new Modelled(entry.name(), with(worlds.whole(entry.world(), byHand), entry.off()), verdicts.apply(entry), leansOn));
            }
        }
        return List.copyOf(all);
    }

    private static Value with(Value world, List<String> off) {
        Map<String, Value> fields = new TreeMap<>();
        ((Rec) world).names().forEach(it -> fields.put(it, world.field(it)));
        fields.put("off", Value.set(off.stream().map(Value::of).toList()));
        return Value.record(fields);
    }
}
