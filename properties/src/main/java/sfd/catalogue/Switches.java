package sfd.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which clauses the spec's roles can have switched off. */
public final class Switches {

    private static final List<String> ROLES =
            List.of("Admission", "Hints", "Liveness", "Maker", "Taker", "SirMessages", "PeerX", "PeerY");

    /** On("id") and Clause("id", ...), and the id that Issue, Keep, Within, MayVerify and Replied are handed, to ask
     * On of it. */
    private static final Pattern SWITCH = Pattern.compile(
            "(?:On|Clause)\\(\"([A-Z]+-[\\d.]+-\\d+)\"|(?:Issue|Keep|Within|MayVerify|Replied)\\([^\\n]*?\"([A-Z]+-[\\d.]+-\\d+)\"");

    private Switches() {
    }

    /** The ids, in order. @param spec the folder of the modules */
    public static Set<String> ofRoles(Path spec) {
        var ids = new TreeSet<String>();
        for (String module : ROLES) {
            Matcher found = SWITCH.matcher(read(spec.resolve(module + ".tla")));
            while (found.find()) {
                ids.add(found.group(1) != null ? found.group(1) : found.group(2));
            }
        }
        return ids;
    }

    private static String read(Path module) {
        try {
            return Files.readString(module).replaceAll("\\\\\\*.*", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
