package sfd.gateway;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import sfd.baseline.HintsState;
import sfd.baseline.LivenessState;
import sfd.persistent.PersistentSet;
import sfd.qcd.ChildMap;
import sfd.qcd.Maker;
import sfd.qcd.MakerState;
import sfd.qcd.Taker;
import sfd.qcd.TakerState;
import sfd.sa.Admitted;
import sfd.sa.ChildSa;
import sfd.sa.IkeSa;
import sfd.sa.Policy;
import sfd.sa.SaTable;
import sfd.sir.PeerX;
import sfd.sir.PeerXState;
import sfd.sir.PeerY;
import sfd.sir.PeerYState;
import sfd.token.Digest;
import sfd.token.Secrets;
import sfd.token.TokenDigest;

/** What the gateway is, and how it starts from the files given. */
public enum GatewayRole {

    MAKER("maker", Policy.RFC6290) {
        @Override
        Gateway alone(Policy policy, Digest digest, Secrets secrets, Sas sas) {
            return new RoleGateway<>((s, e) -> Maker.step(policy, digest, s, e),
                    (s, e) -> Maker.isSilentAt(policy, s, e), MakerState::sas, maker(policy, digest, secrets, sas));
        }
    },

    TAKER("taker", Policy.RFC6290) {
        @Override
        Gateway alone(Policy policy, Digest digest, Secrets secrets, Sas sas) {
            return new RoleGateway<>((s, e) -> Taker.step(policy, digest, s, e), TakerState::sas,
                    TakerState.INITIAL.withLiveness(LivenessState.INITIAL.withSas(table(digest, sas))));
        }
    },

    BASELINE("baseline", Policy.BASELINE) {
        @Override
        Gateway alone(Policy policy, Digest digest, Secrets secrets, Sas sas) {
            return new BaselineGateway(policy, digest, LivenessState.INITIAL.withSas(table(digest, sas)),
                    maker(policy, digest, secrets, sas));
        }
    },

    PEER_X("peerX", Policy.SIR) {
        @Override
        Gateway alone(Policy policy, Digest digest, Secrets secrets, Sas sas) {
            return new RoleGateway<>((s, e) -> PeerX.step(policy, digest, s, e), PeerXState::sas,
                    PeerXState.initial(secrets).withSas(table(digest, sas)));
        }
    },

    PEER_Y("peerY", Policy.SIR) {
        @Override
        Gateway alone(Policy policy, Digest digest, Secrets secrets, Sas sas) {
            PeerYState state = PeerYState.initial(secrets).withSas(table(digest, sas));
            for (SaEntry entry : sas.entries()) {
                state = entry.vendorId() ? state.withAble(state.able().plus(entry.spis())) : state;
            }
            return new RoleGateway<>((s, e) -> PeerY.step(policy, digest, s, e), PeerYState::sas, state);
        }
    };

    /**
     * The IKE SAs that a gateway starts with.
     *
     * @param empty the table that they go into; it has the key of the hash
     * @param entries as their file has them
     */
    public record Sas(SaTable empty, List<SaEntry> entries) {
    }

    private final String label;
    private final Policy defaults;

    GatewayRole(String label, Policy defaults) {
        this.label = label;
        this.defaults = defaults;
    }

    /** True for X and Y: their secrets are for cookies. */
    public boolean isOfSir() {
        return this == PEER_X || this == PEER_Y;
    }

    /** True if it makes tokens or cookies. */
    public boolean hasSecrets(Policy policy) {
        return this == MAKER && policy.maker() || isOfSir();
    }

    /** The policy where the file says nothing. */
    public Policy defaults() {
        return defaults;
    }

    /** The gateway as it is before the first line. */
    public Gateway start(Policy policy, Digest digest, Secrets secrets, Sas sas) {
        Gateway alone = alone(policy, digest, secrets, sas);
        return policy.drawn() == 0 ? alone : new AdmittingGateway(policy, Admitted.of(alone));
    }

    /** Without a draw for what its limits turn away. */
    abstract Gateway alone(Policy policy, Digest digest, Secrets secrets, Sas sas);

    /** @throws BadFileException for any other name */
    public static GatewayRole named(String name) throws BadFileException {
        for (GatewayRole role : values()) {
            if (role.toString().equals(name)) {
                return role;
            }
        }
        throw new BadFileException("--role must be one of " + Arrays.stream(values())
                .map(GatewayRole::toString).collect(Collectors.joining(", ")));
    }

    /** The name on the command line. */
    @Override
    public String toString() {
        return label;
    }

    private static MakerState maker(Policy policy, Digest digest, Secrets secrets, Sas sas) {
        var hints = HintsState.INITIAL.withSas(table(digest, sas));
        return new MakerState(hints, secrets, PersistentSet.empty(), childMap(policy, sas));
    }

    /** The lost ones are not in the table. */
    private static SaTable table(Digest digest, Sas sas) {
        SaTable table = sas.empty();
        for (SaEntry entry : sas.entries()) {
            if (entry.phase() != SaEntry.Phase.LOST) {
                table = table.put(sa(digest, entry));
            }
        }
        return table;
    }

    private static IkeSa sa(Digest digest, SaEntry entry) {
        boolean established = entry.phase() == SaEntry.Phase.ESTABLISHED;
        List<TokenDigest> tokens = entry.tokens().stream().map(token -> TokenDigest.of(digest, token)).toList();
        return new IkeSa(entry.spis(), established ? IkeSa.Phase.ESTABLISHED : IkeSa.Phase.HALF_OPEN, entry.here(), entry.peer(),
                entry.initiator(), established ? entry.identity() : IkeSa.NOBODY, entry.children(), tokens, 0);
    }

    /** QCD-8.2-1: the map has the children of the lost ones too. */
    private static ChildMap childMap(Policy policy, Sas sas) {
        ChildMap map = ChildMap.EMPTY;
        if (policy.childMap()) {
            for (SaEntry entry : sas.entries()) {
                for (ChildSa child : entry.children()) {
                    map = map.plus(child.in(), entry.spis());
                }
                if (entry.phase() == SaEntry.Phase.LOST) {
                    map = map.lost(entry.spis(), policy.childMapLost());
                }
            }
        }
        return map;
    }
}
