package sfd.pages;

import java.util.Map;

/** What never happens where a temporal claim fails. */
public final class Never {

    private static final Map<String, String> WORDS = Map.of(
            "DetectedProp", "An SA that Bob has lost is never given up by Alice.",
            "ServedProp", "An SA that is not served is never given up by Alice.",
            "DetectedUnlessDroppedProp", "An SA that Bob has lost is never given up by Alice, though packets are no longer dropped.",
            "CompleteProp", "What is lost is never given up.");

    private Never() {
    }

    /** A sentence; for a claim that has no words yet, its name. */
    public static String words(String property) {
        return WORDS.getOrDefault(property, "What " + property + " demands never happens.");
    }
}
