package sfd.session;

/** Why a datagram did nothing for a session: the closed list. None of them changes anything. */
public enum Flaw {
    NOT_IKE("no well-formed IKE message"),
    OTHER_SA("SPIs or initiator flag of another IKE SA"),
    NOT_EXPECTED("another exchange, direction or message ID than what is waited for"),
    NOT_PROTECTED("in the clear where only protected messages count"),
    INTEGRITY("the integrity check is wrong, or it is a fragment"),
    PAYLOADS("a payload is missing, there twice, or malformed"),
    PROPOSAL("a choice that is not in what was offered"),
    KEY_EXCHANGE("a public value that may not be used"),
    IDENTITY("another identity than the one expected"),
    AUTHENTICATION("the AUTH data is wrong"),
    TOO_MANY_RESTARTS("one more COOKIE or INVALID_KE_PAYLOAD than makes sense");

    private final String explanation;

    Flaw(String explanation) {
        this.explanation = explanation;
    }

    /** One line for people. */
    public String explanation() {
        return explanation;
    }
}
