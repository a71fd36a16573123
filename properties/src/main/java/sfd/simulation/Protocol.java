package sfd.simulation;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the gateways do about lost IKE SAs. */
public enum Protocol {
    QCD,
    SIR,
    BASELINE;

    /** The name on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one with this name. */
    public static Optional<Protocol> of(String label) {
        return Stream.of(values()).filter(it -> it.label().equals(label)).findFirst();
    }
}
