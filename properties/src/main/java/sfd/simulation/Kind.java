package sfd.simulation;

import java.util.Arrays;
import java.util.List;

/** What may befall a gateway, with how often it does beside the others. */
public enum Kind {
    // What gateways are for.
    OPEN(24, Sort.LIFE),
    REKEY(16, Sort.LIFE),
    CLOSE(10, Sort.LIFE),
    ADD_CHILD(10, Sort.LIFE),
    REKEY_CHILD(10, Sort.LIFE),
    CLOSE_CHILD(6, Sort.LIFE),
    /** ESP goes out under one of its child SAs. */
    TRAFFIC(60, Sort.LIFE),
    /** A liveness check is due (BASE-2.4-7). */
    ASK(220, Sort.LIFE),
    // What befalls them.
    /** A new address, and who has it knows (MOBIKE). */
    MOVE(3, Sort.FAULT),
    /** A NAT binds it to another port, and it does not know. */
    REBIND(3, Sort.FAULT),
    /** A new generation of its secret. */
    ROLL(3, Sort.FAULT),
    CRASH(4, Sort.FAULT),
    /** A crash within its next step that does something, behind some of the effects. */
    POWER_CUT(5, Sort.FAULT),
    /** It drops an IKE SA without a word (BASE-2.4-9). */
    FORGET(4, Sort.FAULT),
    /** Nothing passes between it and another one for some time. */
    PARTITION(3, Sort.FAULT),
    /** Some ticks come at once. */
    CLOCK_AHEAD(3, Sort.FAULT),
    /** The next ticks come late. */
    CLOCK_BEHIND(3, Sort.FAULT),
    // What the attacker sends; he need not be where his packets say.
    /** INVALID_IKE_SPI without a token. */
    BLUFF(6, Sort.ATTACK),
    /** INVALID_SPI in the clear. */
    BLUFF_CHILD(5, Sort.ATTACK),
    /** A request that looks protected, with SPIs that he knows. */
    PROVOKE(8, Sort.ATTACK),
    /** ESP with an SPI of nobody, or one that he knows. */
    PROVOKE_BY_ESP(6, Sort.ATTACK),
    /** A token that he has seen in the clear. */
    FORGE(6, Sort.ATTACK),
    /** A token that he made up. */
    INVENT(4, Sort.ATTACK),
    /** A QUERY of his own (SIR). */
    QUESTION(4, Sort.ATTACK),
    /** A verdict without a cookie of the asker's (SIR). */
    JUNK(4, Sort.ATTACK),
    /** Many requests with SPIs of nobody, and a hint about each IKE SA that he knows, so that limits are used up. */
    FLOOD(1, Sort.ATTACK);

    /** Whose doing it is. */
    public enum Sort { LIFE, FAULT, ATTACK }

    private final int weight;
    private final Sort sort;

    Kind(int weight, Sort sort) {
        this.weight = weight;
        this.sort = sort;
    }

    public int weight() {
        return weight;
    }

    public Sort sort() {
        return sort;
    }

    /** Those of one sort. */
    public static List<Kind> of(Sort sort) {
        return Arrays.stream(values()).filter(it -> it.sort == sort).toList();
    }
}
