package sfd.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reference agrees with every vector. The two were written from the texts, and neither knows the other. */
class ReferenceTest {

    /** What the reference makes of the cases of each function, by the type of their group. */
    private static final Map<String, Map<String, Function<Read.Placed, Verdict>>> REFERENCE = Map.of(
            "token", Map.of("check", Secretly::tokens),
            "verification", Map.of("verify", Roles::shown),
            "qcd-token", Map.of("decode", Payloads::token, "encode", Payloads::notification),
            "invalid-spi", Map.of("decode", Payloads::childSpi, "encode", Payloads::invalidSpi, "report", Roles::reported),
            "invalid-ike-spi", Map.of("reply", Roles::replied, "hint", Roles::hinted),
            "check-spi", Map.of("decode", CheckSpis::decoded, "encode", CheckSpis::encoded),
            "cookie", Map.of("query", CookiesOf::query, "own", CookiesOf::own, "decode", CookiesOf::reflected),
            "vendor-id", Map.of("decode", Payloads::vendorId),
            "datagram", Map.of("decode", Datagrams::decoded));

    static Stream<String> functions() {
        return Vectors.all().stream().map(VectorFile::function);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void agrees(String function) {
        var reference = REFERENCE.get(function);
        List<String> differences = new ArrayList<>();
        List<Read.Placed> cases = Read.cases(Read.file(function)).toList();
        for (Read.Placed it : cases) {
            Verdict made = reference.get(it.group().get("type").asText()).apply(it);
            Verdict said = Verdict.of(it.it());
            if (!made.equals(said)) {
                differences.add(it.it().get("id") + " " + it.text("comment") + ": " + made.outputs() + ", the vector: " + said.outputs());
            }
        }
        assertEquals(List.of(), differences);
        assertEquals(Read.file(function).get("cases").asInt(), cases.size());
    }
}
