package sfd.fuzz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import sfd.ike.Endpoint;
import sfd.ike.IkeSpis;
import sfd.sa.ChildSa;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.IkeSa;
import sfd.sa.SaTable;

/** Which SAs there are, here and on other members of the cluster, by what the daemon told and the role said to end: a second account, beside the role's table. */
final class Lives {

    /** One IKE SA. */
    static final class Life {
        boolean established;
        String identity = "";
        Endpoint here;
        Endpoint peer;
        Set<ChildSa> children = new HashSet<>();

        Life(Endpoint here, Endpoint peer) {
            this.here = here;
            this.peer = peer;
        }
    }

    private final Map<IkeSpis, Life> lives = new HashMap<>();
    private final Set<IkeSpis> elsewhere = new HashSet<>();

    boolean isKnown(IkeSpis spis) {
        return lives.containsKey(spis);
    }

    boolean isEstablished(IkeSpis spis) {
        return isKnown(spis) && lives.get(spis).established;
    }

    /** True where another member of the cluster has the IKE SA, as it told last. */
    boolean isElsewhere(IkeSpis spis) {
        return elsewhere.contains(spis);
    }

    /** The IKE SA; null for none. */
    Life get(IkeSpis spis) {
        return lives.get(spis);
    }

    boolean hasInbound(int spi) {
        return lives.values().stream().anyMatch(it -> it.children.stream().anyMatch(child -> child.in() == spi));
    }

    /** True if a child SA of some IKE SA with the identity of this one has the SPI to receive on. */
    boolean hasInbound(IkeSpis parent, int spi) {
        String identity = lives.get(parent).identity;
        return lives.values().stream().filter(it -> it.identity.equals(identity))
                .anyMatch(it -> it.children.stream().anyMatch(child -> child.in() == spi));
    }

    Set<IkeSpis> ownersOfInbound(int spi) {
        var owners = new HashSet<IkeSpis>();
        lives.forEach((spis, life) -> {
            if (life.children.stream().anyMatch(child -> child.in() == spi)) {
                owners.add(spis);
            }
        });
        return owners;
    }

    /** What the daemon told. News that cannot be changes nothing. */
    void told(Event event) {
        switch (event) {
            case Event.SaHalfOpen e -> lives.putIfAbsent(e.spis(), new Life(e.here(), e.peer()));
            case Event.SaEstablished e when isKnown(e.spis()) && !isEstablished(e.spis()) ->
                    stands(lives.get(e.spis()), e.identity(), e.children());
            case Event.SaImported e when !isKnown(e.spis()) ->
                    lives.put(e.spis(), stands(new Life(e.here(), e.peer()), e.identity(), e.children()));
            case Event.SaRekeyed e when isEstablished(e.old()) && !isKnown(e.successor()) -> {
                Life old = lives.get(e.old());
                lives.put(e.successor(), stands(new Life(old.here, old.peer), old.identity, old.children));
                old.children.clear();
            }
            case Event.SaClosed e -> lives.remove(e.spis());
            case Event.SaForgotten e -> lives.remove(e.spis());
            case Event.AddressChanged e when isEstablished(e.spis()) -> {
                lives.get(e.spis()).here = e.here();
                lives.get(e.spis()).peer = e.peer();
            }
            case Event.ChildSaCreated e when isEstablished(e.spis()) && !hasInbound(e.child().in()) ->
                    lives.get(e.spis()).children.add(e.child());
            case Event.ChildSaClosed e when isKnown(e.spis()) ->
                    lives.get(e.spis()).children.removeIf(child -> child.in() == e.spi());
            case Event.ActiveElsewhere e when e.active() -> elsewhere.add(e.spis());
            case Event.ActiveElsewhere e -> elsewhere.remove(e.spis());
            case Event.Rebooted e -> {
                lives.clear();
                elsewhere.clear();
            }
            default -> { }
        }
    }

    private static Life stands(Life life, String identity, Set<ChildSa> children) {
        life.established = true;
        life.identity = identity;
        life.children = new HashSet<>(children);
        return life;
    }

    /** What the role ended. It ends only what there is, and says all that goes with it. */
    void ended(Effect effect) {
        switch (effect) {
            case Effect.IkeSaDeleted it -> {
                Life life = lives.remove(it.spis());
                Claim.that(life != null && life.children.equals(it.children()), () -> "ends what is not there: " + it);
            }
            case Effect.ChildSaDeleted it -> {
                Life life = lives.get(it.spis());
                Claim.that(life != null && life.children.contains(it.child()), () -> "ends what is not there: " + it);
                life.children.remove(it.child());
            }
            default -> { }
        }
    }

    /** The role's table says the same. */
    void same(SaTable sas) {
        List<IkeSpis> table = new ArrayList<>();
        for (IkeSa sa : sas.all()) {
            table.add(sa.spis());
            Life life = lives.get(sa.spis());
            Claim.that(life != null && life.established == sa.isEstablished() && life.identity.equals(sa.identity())
                    && life.here.equals(sa.here()) && life.peer.equals(sa.peer()) && life.children.equals(sa.children()),
                    () -> "in the table is another SA than was told: " + sa);
        }
        Claim.that(table.equals(List.copyOf(new TreeSet<>(lives.keySet()))), () -> "in the table are " + table + ", told were " + lives.keySet());
    }
}
