package sfd.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Some runs of each protocol; what there is to see in them is seen. */
class CampaignTest {

    private static final int EXCHANGES = 20_000;

    @ParameterizedTest
    @EnumSource
    void noClaimBreaksAndTheSameSeedIsTheSameRun(Protocol protocol) {
        Campaign.Outcome one = Campaign.of(protocol, 1, Wrong.RIGHT, done -> done < EXCHANGES);
        assertEquals(Optional.empty(), one.failure());
        Campaign.Outcome again = Campaign.of(protocol, 1, Wrong.RIGHT, done -> done < EXCHANGES);
        assertEquals(one.tally().toString(), again.tally().toString());
        Campaign.Outcome other = Campaign.of(protocol, 100_001, Wrong.RIGHT, done -> done < EXCHANGES);
        assertNotEquals(one.tally().toString(), other.tally().toString());
        everythingHappens(protocol, one.tally());
    }

    private static void everythingHappens(Protocol protocol, Tally tally) {
        for (Kind kind : Kind.values()) {
            assertTrue(tally.happened(kind.name()) > 0, kind::name);
        }
        for (String what : new String[] {"datagram lost", "datagram doubled", "datagram delayed", "datagram parted", "power cut within a step",
                "living IKE SA given up, cut off"}) {
            assertTrue(tally.happened(what) > 0, what);
        }
        lookedAt(protocol).forEach(what -> assertTrue(tally.happened(Tally.LOOKED + what) > 0, what));
        assertTrue(tally.detected(Tally.Concluded.BY_GIVING_UP).number() > 0);
        assertEquals(protocol == Protocol.QCD, tally.detected(Tally.Concluded.BY_TOKEN).number() > 0);
        assertEquals(protocol == Protocol.SIR, tally.detected(Tally.Concluded.BY_NACK).number() > 0);
    }

    /** What each claim asks for comes about, or it would hold emptily. */
    private static List<String> lookedAt(Protocol protocol) {
        var always = Stream.of("a request under a lost IKE SA", "as many answers as may be");
        return Stream.concat(always, switch (protocol) {
            case BASELINE -> Stream.of("as many liveness checks that hints started as may be");
            case QCD -> Stream.of("a token in the clear that was handed out", "as many answers with tokens as may be",
                    "as many liveness checks that hints started as may be", "as many comparisons for one source as may be");
            case SIR -> Stream.of("a hint of what its peer lost", "a question", "NACK of what its peer lost", "a verdict about what is there",
                    "a verdict about what is lost", "as many questions to one peer as may be", "as many verdicts as may be",
                    "as many comparisons for one source as may be", "a wait that begins", "a wait that ends with a new IKE SA");
        }).toList();
    }
}
