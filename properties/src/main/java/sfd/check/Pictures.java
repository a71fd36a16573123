package sfd.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sfd.draw.ChartLayout;
import sfd.draw.Svg;
import sfd.traces.itf.Itf;

/** The pictures of attacks on the pages, each drawn from its committed trace. */
final class Pictures {

    /**
     * One picture.
     *
     * @param file its name, in the folder {@code spec/pictures}
     * @param trace the name of its trace, in the folder {@code traces/itf}
     */
    private record Picture(String file, String trace, String title, String ending) {
    }

    private static final List<Picture> PICTURES = List.of(
            new Picture("question-answered-first.svg", "SirOnPathOneSa.SoundUnservedProp.itf.json",
                    "SIR: who can read the question answers it first",
                    "Alice has given up an SA that Bob still serves."));

    private Pictures() {
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
