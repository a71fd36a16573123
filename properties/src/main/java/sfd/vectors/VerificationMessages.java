package sfd.vectors;

import static sfd.vectors.Digits.labelled;
import static sfd.vectors.Digits.slice;
import static sfd.vectors.Digits.zeros;
import static sfd.vectors.Ike.RESPONSE;
import static sfd.vectors.VerificationVectors.IN;
import static sfd.vectors.VerificationVectors.OUT;
import static sfd.vectors.VerificationVectors.SPIS;
import static sfd.vectors.VerificationVectors.token;

import java.util.List;

/** The stored token in all kinds of messages. */
record VerificationMessages(VerificationVectors vectors) {

    /** @param reading that takes any protocol ID; empty where none may */
    void protocols(String reading) {
        String token = token("protocol");
        for (int protocol : new int[] {0, 2, 3, 255}) {
            Case it = vectors.begin("protocol ID " + protocol, Message.informational(SPIS, RESPONSE, 2,
                    DatagramVectors.hint(),
                    Part.notify(Ike.QCD_TOKEN, "QUICK_CRASH_DETECTION", protocol, "", token)), List.of(token), "ProtocolId");
            if (reading.isEmpty()) {
                it.invalid("TOKEN_MALFORMED");
            } else {
                it.acceptable(reading);
            }
        }
    }

    void all() {
        String token = token("message");
        Part shown = Part.token(token);
        Part hint = DatagramVectors.hint();
        List<String> stored = List.of(token);
        vectors.begin("the token before the hint", Message.informational(SPIS, RESPONSE, 2, shown, hint), stored, "Order")
                .valid();
        vectors.begin("an unknown payload between them", Message.informational(SPIS, RESPONSE, 2, hint,
                Part.other(200, "200", "00"), shown), stored, "Order").valid();
        vectors.begin("the critical bit on the token", Message.informational(SPIS, RESPONSE, 2, hint, shown.bits(0x80)),
                stored, "Order").valid();
        vectors.begin("in an answer to CREATE_CHILD_SA", Message.of(SPIS, 36, "CREATE_CHILD_SA", RESPONSE, 7, hint, shown),
                stored, "Exchange").valid();
        for (int exchange : new int[] {35, 43, 99}) {
            vectors.begin("in an answer to exchange " + exchange, Message.of(SPIS, exchange, "", RESPONSE, 7, hint, shown),
                    stored, "Exchange")
                    .acceptable("READING-17");
        }
        vectors.begin("the token alone", Message.informational(SPIS, RESPONSE, 2, shown), stored, "Alone")
                .acceptable("READING-17");
        vectors.begin("in a request", Message.informational(SPIS, 0, 2, hint, shown), stored, "InRequest")
                .acceptable("READING-17");
        for (long id : new long[] {0, 9999, 0xFFFF_FFFFL}) {
            vectors.begin("message ID " + id + ", to which no request is known",
                    Message.informational(SPIS, RESPONSE, id, hint, shown), stored, "NotAsked")
                    .acceptable("READING-5");
        }
        vectors.begin("beside the child SA's SPI", Message.informational(zeros(16), Ike.INITIATOR, 0,
                Part.notify(Ike.INVALID_SPI, "INVALID_SPI", 0, "", OUT), shown),
                stored, "ByChild").acceptable("READING-4");
        vectors.begin("beside the SPI that the taker receives on", Message.informational(zeros(16), Ike.INITIATOR, 0,
                Part.notify(Ike.INVALID_SPI, "INVALID_SPI", 0, "", IN), shown), stored, "ByChild", "OtherSa")
                        .invalid("NO_SUCH_IKE_SA");
        vectors.begin("with zero SPIs, and no child SA", Message.informational(zeros(16), RESPONSE, 2, hint, shown), stored,
                "OtherSa").invalid("NO_SUCH_IKE_SA");
        vectors.begin("for another IKE SA", Message.informational(labelled("verification/other", 16), RESPONSE, 2, hint,
                shown), stored, "OtherSa").invalid("NO_SUCH_IKE_SA");
        vectors.begin("with the SPIs swapped", Message.informational(slice(SPIS, 8, 16) + slice(SPIS, 0, 8), RESPONSE, 2,
                hint, shown), stored, "OtherSa")
                .invalid("NO_SUCH_IKE_SA");
        vectors.begin("with SPI-I alone", Message.informational(slice(SPIS, 0, 8) + zeros(8), RESPONSE, 2, hint, shown),
                stored, "OtherSa").invalid("NO_SUCH_IKE_SA");
        for (int exchange : new int[] {34, 38}) {
            vectors.begin("in exchange " + exchange + ", which makes an IKE SA",
                    Message.of(SPIS, exchange, "", RESPONSE, 0, hint, shown), stored, "OtherExchange")
                    .invalid("NO_HINT");
        }
        vectors.begin("before an encrypted payload", Message.informational(SPIS, RESPONSE, 2, hint, shown,
                DatagramVectors.sealed(29)), stored, "Encrypted")
                .invalid("NOT_FOR_THIS_ROLE");
        vectors.begin("a hint without a token", Message.informational(SPIS, RESPONSE, 2, hint), stored, "NoToken")
                .invalid("NO_TOKEN");
        vectors.begin("the token in another notification", Message.informational(SPIS, RESPONSE, 2, hint,
                Part.notify(Ike.COOKIE, "COOKIE", 0, "", token)), stored, "NoToken")
                .invalid("NO_TOKEN");
        vectors.begin("the token in the data of the hint", Message.informational(SPIS, RESPONSE, 2,
                Part.notify(Ike.INVALID_IKE_SPI, "INVALID_IKE_SPI", 0, "", token)),
                stored, "NoToken").invalid("NO_TOKEN");
    }
}
