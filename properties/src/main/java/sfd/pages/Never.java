package sfd.pages;

import java.util.Map;

/** What never happens where a temporal claim fails. */
public final class Never {

    private static final Map<String, String> WORDS = Map.of(
            "DetectedProp", "Nothing makes Alice give up an SA that Bob has lost, while she has no time limit of her own.",
            "ServedProp", "Nothing makes Alice give up an SA that is not served, while she has no time limit of her own.",
            "DetectedUnlessDroppedProp", "Nothing makes Alice give up an SA that Bob has lost, though packets are no longer dropped, while she has no time limit of her own.",
            "ReachEndlessFloodProp", "The flood never ends.",
            "CompleteProp", "What is lost is never given up.");

    private Never() {
    }

    /** A sentence; for a claim that has no words yet, its name. */
    public static String words(String property) {
        return WORDS.getOrDefault(property, "What " + property + " demands never happens.");
    }
}
