package sfd.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import sfd.check.Entry;
import sfd.check.Expectation;
import sfd.check.Layout;
import sfd.check.Manifest;

/**
 * All cells: what models decide, and what follows from that. A model with a stronger attacker has every behaviour of the same
 * model with a weaker one, and each claim is about all behaviours: so what holds against the stronger holds against the weaker,
 * and what fails against the weaker fails against the stronger.
 */
public final class Matrix {

    private final Situations situations;
    private final List<Modelled> models;
    private final Map<Place, List<Evidence>> evidence = new LinkedHashMap<>();
    private final Map<Place, Cell> cells = new LinkedHashMap<>();

    Matrix(Situations situations, List<Modelled> models) {
        this.situations = situations;
        this.models = List.copyOf(models);
        places().forEach(it -> evidence.put(it, found(it)));
        places().forEach(it -> cells.put(it, cell(it)));
    }

    /** @param verdicts what is known of a model: what is expected, or what a run found */
    public static Matrix of(Layout layout, Manifest manifest, Function<Entry, Map<String, Expectation>> verdicts) {
        return new Matrix(Situations.read(layout), Modelled.all(layout, manifest, verdicts));
    }

    public Situations situations() {
        return situations;
    }

    public List<Cell> cells() {
        return List.copyOf(cells.values());
    }

    public Cell cell(String protocol, String deployment, String attacker, String claim) {
        return cells.get(new Place(protocol, deployment, attacker, claim));
    }

    /** What attackers can and cannot do there. */
    public Square square(String protocol, String deployment, String claim) {
        return new Square(situations.attackers().stream().map(it -> cell(protocol, deployment, it.id(), claim)).toList());
    }

    /** Whether no model says anything of a protocol, as to a claim. */
    public boolean isSilent(String protocol, String claim) {
        return situations.deployments().stream().map(it -> square(protocol, it.id(), claim))
                .allMatch(it -> it.isOpen() && it.cells().stream().allMatch(cell -> cell.aside().isEmpty()));
    }

    /** Why nothing is known of such a protocol, in the first deployment. */
    public Cell silence(String protocol, String claim) {
        return square(protocol, situations.deployments().getFirst().id(), claim).cells().getFirst();
    }

    /** Whether a place has no models of its own, as its deployment comes to the same as another one. */
    public boolean isSame(Place place) {
        return situations.same(place).isPresent();
    }

    /** How many cells there are of each kind, those that follow from others by themselves. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Cell.Kind kind : Cell.Kind.values()) {
            List<Cell> all = cells().stream().filter(it -> it.kind() == kind).toList();
            counts.put(kind.toString(), all.stream().filter(it -> !it.isImplied()).count());
            if (all.stream().anyMatch(Cell::isImplied)) {
                counts.put(kind + ", as another cell implies", all.stream().filter(Cell::isImplied).count());
            }
        }
        return counts;
    }

    List<Modelled> models() {
        return models;
    }

    /** What models of its own say of a cell. */
    List<Evidence> evidence(Place place) {
        return evidence.get(place);
    }

    private Stream<Place> places() {
        return situations.protocols().stream().flatMap(p -> situations.deployments().stream().flatMap(d ->
                situations.attackers().stream().flatMap(a -> situations.claims().stream().map(c ->
                        new Place(p.id(), d.id(), a.id(), c.id())))));
    }

    private static <T> T get(List<T> all, Function<T, String> id, String wanted) {
        return all.stream().filter(it -> id.apply(it).equals(wanted)).findFirst().orElseThrow();
    }

    private List<Evidence> found(Place place) {
        Axis protocol = get(situations.protocols(), Axis::id, place.protocol());
        Axis deployment = get(situations.deployments(), Axis::id, place.deployment());
        Axis attacker = get(situations.attackers(), Axis::id, place.attacker());
        Claim claim = get(situations.claims(), Claim::id, place.claim());
        return models.stream()
                .filter(it -> protocol.has(it.world()) && deployment.has(it.world()) && attacker.has(it.world()))
                .flatMap(it -> Evidence.of(it, deployment, claim, situations.circumstances())).toList();
    }

    private Cell cell(Place place) {
        Optional<Situations.Same> same = situations.same(place);
        if (same.isPresent()) {
            Cell other = decided(place.in(same.get().as()));
            boolean silent = other.deciding().isEmpty() && other.aside().isEmpty();
            return new Cell(place, other.kind(), other.deciding(), other.aside(), silent ? null : place.in(same.get().as()),
                    silent ? other.words() : same.get().words());
        }
        return decided(place);
    }

    private Cell decided(Place place) {
        List<Evidence> own = evidence.get(place);
        for (Cell.Kind kind : List.of(Cell.Kind.FAILS, Cell.Kind.HOLDS, Cell.Kind.ASSUMING)) {
            List<Evidence> deciding = deciding(own, kind);
            if (!deciding.isEmpty()) {
                return new Cell(place, kind, deciding, aside(own, deciding), null, "");
            }
            Optional<Cell> implied = implied(place, kind);
            if (implied.isPresent()) {
                return implied.get();
            }
        }
        Optional<Reason> not = situations.reason(place, Reason.Kind.NOT_APPLICABLE);
        if (not.isPresent() || own.isEmpty()) {
            Optional<Reason> reason = not.or(() -> situations.reason(place, Reason.Kind.NOT_MODELLED));
            return new Cell(place, not.isPresent() ? Cell.Kind.NOT_APPLICABLE : Cell.Kind.NOT_MODELLED, List.of(), own, null,
                    reason.map(Reason::words).orElse("No model claims it there."));
        }
        return new Cell(place, Cell.Kind.IN_CIRCUMSTANCES, List.of(), own, null, "");
    }

    private static List<Evidence> aside(List<Evidence> own, List<Evidence> deciding) {
        return own.stream().filter(it -> !deciding.contains(it)).toList();
    }

    static List<Evidence> deciding(List<Evidence> own, Cell.Kind kind) {
        return own.stream().filter(it -> kind == Cell.Kind.ASSUMING ? it.assumes() : it.decides() && it.holds() == (kind == Cell.Kind.HOLDS))
                .toList();
    }

    /** By the nearest attacker whose cell has models of its own that decide it so, then by a claim that says more, or less. */
    Optional<Cell> implied(Place place, Cell.Kind kind) {
        for (Place from : sources(place, kind)) {
            List<Evidence> deciding = deciding(evidence.get(from), kind);
            if (!deciding.isEmpty()) {
                return Optional.of(new Cell(place, kind, deciding, evidence.get(place), from, ""));
            }
        }
        return Optional.empty();
    }

    private List<Place> sources(Place place, Cell.Kind kind) {
        boolean fails = kind == Cell.Kind.FAILS;
        List<String> attackers = fails ? situations.weakerThan(place.attacker()).reversed() : situations.strongerThan(place.attacker());
        List<String> claims = new ArrayList<>(List.of(place.claim()));
        for (Claim it : situations.claims()) {
            if (fails && place.claim().equals(it.holdsWith())) {
                claims.add(it.id());
            } else if (!fails && it.id().equals(place.claim()) && it.holdsWith() != null) {
                claims.add(it.holdsWith());
            }
        }
        return claims.stream().flatMap(claim -> Stream.concat(Stream.of(place.attacker()), attackers.stream())
                .map(attacker -> place.of(claim).against(attacker))).filter(it -> !it.equals(place)).toList();
    }
}
