package sfd.worlds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import sfd.traces.tlc.Model;
import sfd.traces.tlc.TlcException;
import sfd.traces.tlc.Walk;
import sfd.traces.value.Value;

/** The operators of the modules of worlds, as TLC evaluates them. */
public final class Evaluated implements AutoCloseable {

    /** The module that extends all others. */
    private static final String ALL = "models/SirWorlds.tla";
    private static final Map<String, String> BY_HAND = Map.of("Single", "models/Worlds.tla", "SirSingle", ALL);

    private final Path config;
    private final Walk walk;

    /** @throws TlcException where TLC refuses the modules */
    public Evaluated(Path spec) {
        try {
            config = Files.writeString(Files.createTempFile("Worlds", ".cfg"), "SPECIFICATION Spec\nVIEW View\nCONSTANTS\n  Off = {\"QCD-5.3-1\", \"QCD-9.2-3\"}\n  World <- Single\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        walk = Walk.open(new Model("Worlds", spec.resolve(ALL), config));
    }

    /** Those that the modules have before their marks. */
    public Map<String, Value> byHand() {
        var worlds = new LinkedHashMap<String, Value>();
        BY_HAND.keySet().stream().sorted().forEach(name -> worlds.put(name, of(name).orElseThrow(
                () -> new TlcException(BY_HAND.get(name) + " does not define " + name))));
        return worlds;
    }

    /** The value of an operator; nothing where there is none, or it has arguments, or depends on the state. */
    public Optional<Value> of(String operator) {
        try {
            return walk.constant(operator);
        } catch (TlcException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        walk.close();
        try {
            Files.deleteIfExists(config);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
