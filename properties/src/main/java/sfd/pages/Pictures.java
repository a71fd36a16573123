package sfd.pages;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sfd.check.BadInput;
import sfd.check.Layout;
import sfd.draw.ChartLayout;
import sfd.draw.Svg;
import sfd.traces.itf.Itf;

/** The pictures of attacks on the pages, each drawn from its committed trace. */
public final class Pictures {

    /**
     * One picture.
     *
     * @param finding which it is of
     * @param file its name, in the folder {@code spec/pictures}
     * @param trace the name of its trace, in the folder {@code traces/itf}
     * @param title what is done, in a sentence without a full stop
     * @param ending what it comes to, in a sentence
     */
    record Picture(String finding, String file, String trace, String title, String ending) {
    }

    private static final List<Picture> PICTURES = List.of(
            new Picture("F1", "half-open.svg", "QcdHalfOpenUnknownOneSa.SoundUnservedProp.itf.json",
                    "QCD, half-open SAs not counted: the token is out before it is handed out",
                    "Alice has given up an SA that Bob serves."),
            new Picture("F2", "maker-initiates.svg", "QcdBobInitiatesOneSa.SoundUnservedProp.itf.json",
                    "QCD, Bob initiates: he gives the token away before he knows the pair",
                    "Alice has given up an SA that Bob is about to have."),
            new Picture("F6", "cut-off.svg", "QcdStandbyIsolatedQuietOneSa.SoundUnservedProp.itf.json",
                    "QCD in a pair: the first member was cut off, and is back; nobody attacks",
                    "Alice has given up an SA that Bob 1 serves."),
            new Picture("F9", "late-list.svg", "QcdClusterListedLateOneSa.SoundUnservedProp.itf.json",
                    "QCD in a cluster: the list of active SPIs is late",
                    "Alice has given up an SA that Bob 1 serves."),
            new Picture("F26", "question-answered-first.svg", "SirOnPathOneSa.SoundUnservedProp.itf.json",
                    "SIR, attacked from the path: who reads the question answers it first",
                    "Alice has given up an SA that Bob still serves."),
            new Picture("F28", "cookie-used-again.svg", "SirWaitsReplayedOneSa.SoundUnservedProp.itf.json",
                    "SIR with the wait: the cookie is used again when the true answer has passed",
                    "Alice has given up an SA that Bob still serves."),
            new Picture("F33", "not-sticky.svg", "SirClusterNotStickyOneSa.SoundUnservedProp.itf.json",
                    "SIR in a cluster that shares nothing, the balancer not sticky; nobody attacks",
                    "Alice has given up an SA that Bob 1 has."));

    private Pictures() {
    }

    /** The one of a finding, where there is one. */
    static Optional<Picture> of(String finding) {
        return PICTURES.stream().filter(it -> it.finding().equals(finding)).findFirst();
    }

    /** File to content. @throws BadInput where a trace is missing */
    static Map<Path, String> of(Layout layout) {
        Map<Path, String> pictures = new LinkedHashMap<>();
        for (Picture it : PICTURES) {
            try {
                var trace = Itf.read(layout.root().resolve("traces/itf").resolve(it.trace()));
                pictures.put(layout.root().resolve("spec/pictures").resolve(it.file()),
                        Svg.of(ChartLayout.of(trace, it.title(), it.ending())));
            } catch (IOException e) {
                throw new BadInput(e.getMessage() + ": run the check with --traces first");
            }
        }
        return pictures;
    }
}
