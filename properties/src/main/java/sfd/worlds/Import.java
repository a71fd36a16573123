package sfd.worlds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import sfd.traces.value.Rec;
import sfd.traces.value.Value;

/**
 * Takes worlds that somebody wrote as operators into the data. What a world is, TLC says: so it does not matter how its
 * operator is written. It differs from the first world that its operator names, or from the one that is most like it.
 */
public final class Import {

    private final Worlds before;
    private final Map<String, Value> byHand;
    private final Function<String, Optional<Value>> evaluated;
    private final List<Section> sections;
    private final Map<String, Value> known = new LinkedHashMap<>();
    private final List<String> told = new ArrayList<>();

    /**
     * @param byHand worlds that the modules have before their marks
     * @param evaluated the value of an operator without arguments
     */
    public Import(Worlds before, Map<String, Value> byHand, Function<String, Optional<Value>> evaluated) {
        this.before = before;
        this.byHand = byHand;
        this.evaluated = evaluated;
        this.sections = new ArrayList<>(before.sections());
        known.putAll(byHand);
        before.worlds().forEach(it -> known.put(it.name(), before.whole(it.name(), byHand)));
    }

    /** What was new or changed, a line each. */
    public List<String> told() {
        return List.copyOf(told);
    }

    public Worlds result() {
        return new Worlds(before.groups(), before.words(), sections);
    }

    /**
     * Takes in what a module has.
     *
     * @param module below {@code spec}
     * @throws IllegalArgumentException where a world changes a field that no world has
     */
    public void take(String module, String text) {
        for (WorldsSource.Definition definition : WorldsSource.of(text).definitions()) {
            String name = definition.name();
            Optional<Value> value = byHand.containsKey(name) ? Optional.empty() : evaluated.apply(name).filter(this::isWorld);
            value.ifPresent(it -> requireFields(definition, it));
            if (value.isPresent() && !value.get().equals(known.get(name))) {
                boolean isNew = !known.containsKey(name);
                World world = world(definition, value.get());
                if (isNew) {
                    add(module, definition.section(), world);
                } else {
                    sections.replaceAll(it -> new Section(it.module(), it.title(), it.worlds().stream()
                            .map(old -> old.name().equals(name) ? world : old).toList()));
                }
                known.put(name, value.get());
                told.add(name + (isNew ? " is new: " : " is otherwise: ") + world.of() + " with " + world.differs());
            }
        }
    }

    /** TLC passes over what is changed in a field that is not there. */
    private static void requireFields(WorldsSource.Definition definition, Value world) {
        for (String field : definition.changed()) {
            if (!Fields.has(world, field)) {
                throw new IllegalArgumentException(definition.name() + " changes the field " + field + ", which no world has");
            }
        }
    }

    private boolean isWorld(Value value) {
        return value instanceof Rec rec && byHand.values().stream().anyMatch(it -> ((Rec) it).names().equals(rec.names()));
    }

    private World world(WorldsSource.Definition definition, Value value) {
        String of = definition.names().stream().filter(it -> known.containsKey(it) && !it.equals(definition.name()))
                .filter(it -> !leansOn(it, definition.name()))
                .findFirst().or(() -> known.keySet().stream().filter(it -> !leansOn(it, definition.name()))
                        .min(Comparator.comparingInt(it -> Fields.differing(known.get(it), value).size()))).orElseThrow();
        // A world of the other protocol has its own policies; by hand there is one like it.
        String near = byHand.keySet().stream()
                .min(Comparator.comparingInt(it -> Fields.differing(byHand.get(it), value).size())).orElseThrow();
        boolean other = !known.get(of).field("protocol").equals(value.field("protocol"));
        String base = other ? near : of;
        return new World(definition.name(), base, Fields.differing(known.get(base), value), definition.note());
    }

    /** Whether a world is the other one, or differs from it, at some remove. */
    private boolean leansOn(String name, String other) {
        Optional<World> world = result().find(name);
        return name.equals(other) || world.isPresent() && leansOn(world.get().of(), other);
    }

    private void add(String module, String title, World world) {
        for (int i = sections.size() - 1; i >= 0; i--) {
            Section it = sections.get(i);
            if (it.module().equals(module) && it.title().equals(title)) {
                var worlds = new ArrayList<>(it.worlds());
                worlds.add(world);
                sections.set(i, new Section(module, title, worlds));
                return;
            }
        }
        sections.add(new Section(module, title, List.of(world)));
    }
}
