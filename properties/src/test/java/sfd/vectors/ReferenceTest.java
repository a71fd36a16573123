package sfd.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The reference agrees with every vector. The two were written from the texts, and neither knows the other. */
class ReferenceTest {

    private static void agree(String function, Function<Read.Placed, Verdict> reference) {
        var file = Read.file(function);
        List<String> differences = Read.cases(file)
                .filter(it -> !reference.apply(it).equals(Verdict.of(it.it())))
                .map(it -> it.it().get("id") + " " + it.text("comment") + ": " + reference.apply(it).outputs() + ", the vector: "
                        + Verdict.of(it.it()).outputs())
                .toList();
        assertEquals(List.of(), differences, function);
        assertTrue(Read.cases(file).count() > 20, function);
    }

    @Test
    void tokens() {
        agree("token", Secretly::tokens);
    }

    @Test
    void tokenNotifications() {
        agree("qcd-token", it -> it.text("type").equals("decode") ? Payloads.token(it) : Payloads.notification(it));
    }

    @Test
    void checkSpis() {
        agree("check-spi", it -> it.text("type").equals("decode") ? CheckSpis.decoded(it) : CheckSpis.encoded(it));
    }

    @Test
    void datagrams() {
        agree("datagram", Datagrams::decoded);
    }
}
