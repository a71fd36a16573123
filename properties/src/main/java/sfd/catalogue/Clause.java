package sfd.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * One rule of one text, in our own words. Optional strings are empty where the catalogue has none.
 *
 * @param id protocol, section and number; stable
 * @param lowerCase the text has the keyword in lower case only
 * @param ours no rule of the text, but ours where it leaves a gap
 * @param text the document, such as "RFC 6290"
 * @param section its section; empty for a wish
 * @param qcd06 what draft-nir-ike-qcd-06 says: "same", "absent" or the difference; empty outside QCD
 * @param readings ids of the readings that decide what the clause means
 * @param notModelled why no model cites it; empty where one should
 * @param notEnforced why no line of the reference cites it; empty where one should
 * @param notTested why no test and no trace cites it; empty where one should
 * @param notInSystems why no world of several parties comes out otherwise without it; empty where one does, or where the
 *     spec has no switch for it
 * @param caller what whoever calls the roles does, where the clause or a part of it is theirs; empty where nothing is
 * @param goal it asks for a property of the whole, so nobody's single act keeps it
 */
public record Clause(
        String id,
        Protocol protocol,
        Level level,
        boolean lowerCase,
        boolean ours,
        String text,
        String section,
        String rule,
        String qcd06,
        List<String> readings,
        String notModelled,
        String notEnforced,
        String notTested,
        String notInSystems,
        String caller,
        boolean goal) {

    /** The texts that have clauses. */
    public enum Protocol {
        /** IKEv2 alone. */
        BASE,
        /** Tokens. */
        QCD,
        /** A stateless query. */
        SIR,
        /** What the working group asked for. */
        WISH
    }

    /** How strongly the text demands it. */
    public enum Level {
        MUST,
        @JsonProperty("MUST NOT")
        MUST_NOT,
        SHOULD,
        @JsonProperty("SHOULD NOT")
        SHOULD_NOT,
        MAY,
        /** Recommended. */
        REC,
        /** No keyword: a format, a definition, a consequence, a scenario. */
        DEF;

        /** As the texts write it. */
        @Override
        public String toString() {
            return name().replace('_', ' ');
        }
    }

    public Clause {
        section = orEmpty(section);
        qcd06 = orEmpty(qcd06);
        readings = readings == null ? List.of() : List.copyOf(readings);
        notModelled = orEmpty(notModelled);
        notEnforced = orEmpty(notEnforced);
        notTested = orEmpty(notTested);
        notInSystems = orEmpty(notInSystems);
        caller = orEmpty(caller);
    }

    /** Why the column may be empty for this clause; an empty string if it may not. */
    public String reason(Column column) {
        return switch (column) {
            case MODELLED -> notModelled;
            case ENFORCED -> notEnforced;
            case TESTED -> notTested;
        };
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
