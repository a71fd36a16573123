package sfd.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sfd.check.Entry;
import sfd.check.Layout;
import sfd.check.Manifest;
import sfd.check.Verdicts;

/** The page says what the verdicts say, every link leads somewhere, and a browser shows it. Needs the verdicts of a run. */
class ReportTest {

    private static final Layout PROJECT = new Layout(Path.of(System.getProperty("project.root")));
    private static final int LARGEST = 8_000_000;

    private static JsonNode verdicts;
    private static Path page;
    private static String html;

    @TempDir
    private Path scratch;

    @BeforeAll
    static void write() throws IOException {
        assumeTrue(Files.isRegularFile(Verdicts.file(PROJECT)), "skipped: no check has left verdicts in target/check");
        verdicts = new ObjectMapper().readTree(Verdicts.file(PROJECT).toFile());
        page = new Report(PROJECT, Manifest.read(PROJECT)).write();
        html = Files.readString(page);
    }

    @Test
    void itsNumbersAreThoseOfTheVerdicts() {
        assertTrue(html.contains("<strong id=\"as-expected\">%,d</strong>".formatted(verdicts.at("/totals/asExpected").asLong())));
        Set<String> models = new HashSet<>();
        verdicts.get("results").forEach(row -> models.add(row.get("model").asText()));
        assertEquals(models.size(), count("<details id=\"model-"));
        long claimsThatFail = verdicts.get("results").valueStream().filter(row -> row.get("actual").asText().equals("violated")
                && !row.get("property").asText().startsWith("Reach")).count();
        assertEquals(claimsThatFail, count("<td class=\"fails\">"));
    }

    @Test
    void everyClaimThatFailsWithALengthHasItsChart() {
        verdicts.get("results").forEach(row -> {
            if (row.get("actual").asText().equals("violated") && row.get("steps").isInt() && !row.get("property").asText().startsWith("Reach")) {
                String id = "attack-" + row.get("model").asText() + "-" + row.get("property").asText();
                assertTrue(html.contains("id=\"" + id + "\"><summary>fails in " + row.get("steps").asInt() + " steps"), id);
            }
        });
    }

    /** The steps of a loop are those behind the state that its last one is again. */
    @Test
    void everyLoopIsMarkedBeforeItsFirstStep() {
        int loops = 0;
        for (JsonNode row : verdicts.get("results")) {
            String id = "id=\"attack-" + row.get("model").asText() + "-" + row.get("property").asText() + "\">";
            String attack = html.contains(id) ? html.substring(html.indexOf(id)).replaceFirst("(?s)</ol>.*", "") : "";
            Matcher mark = Pattern.compile("<li value=\"(\\d+)\"><p class=\"mark\">from here on").matcher(attack);
            if (mark.find()) {
                loops++;
                assertEquals(row.get("loop").asInt() + 1, Integer.parseInt(mark.group(1)), id);
                assertTrue(attack.strip().endsWith("and again from step " + mark.group(1) + "</p></li>"), id);
            } else {
                assertFalse(attack.contains("and again from step"), id);
            }
        }
        assertEquals(verdicts.get("results").findValues("loop").stream().anyMatch(JsonNode::isInt), loops > 0);
    }

    @Test
    void everyLinkLeadsToOnePlaceInThePage() {
        Set<String> ids = new HashSet<>();
        for (Matcher it = Pattern.compile(" id=\"([^\"]+)\"").matcher(html); it.find();) {
            assertTrue(ids.add(it.group(1)), "twice: " + it.group(1));
        }
        for (Matcher it = Pattern.compile(" href=\"([^\"]*)\"").matcher(html); it.find();) {
            assertTrue(it.group(1).startsWith("#"), "leaves the page: " + it.group(1));
            assertTrue(ids.contains(it.group(1).substring(1)) || it.group(1).startsWith("#READING-"), "leads nowhere: " + it.group(1));
        }
        assertFalse(Pattern.compile("(src|url)\\s*[=(]").matcher(html).find(), "loads something");
        assertTrue(html.length() < LARGEST, html.length() + " octets");
        assertFalse(html.contains("DIFFERS"), "the Java differs");
    }

    @Test
    void aBrowserOpensChartsAndFilters() throws IOException, InterruptedException {
        assumeTrue(Chromium.isThere(), "skipped: no chromium here");
        Set<String> checked = Set.copyOf(verdicts.get("results").findValuesAsText("model"));
        assumeTrue(Manifest.read(PROJECT).models().stream().filter(it -> it.time() == Entry.Time.QUICK).allMatch(it -> checked.contains(it.name())),
                "skipped: the last check was of some models only");
        Chromium chromium = Chromium.in(scratch);
        String plain = chromium.dom(page);
        assertEquals("", chromium.console());
        assertTrue(plain.contains("<html lang=\"en\" class=\"js\">"));
        assertEquals(0, open(plain), "nothing is open by itself");
        // Drives the page as a reader would: follows the link of the first chart, and searches for a clause.
        String driver = """
                <script>
                  document.querySelector('.chip.fails[href^="#attack"]').click();
                  dispatchEvent(new Event('hashchange'));
                  const search = document.querySelector('[data-filters=clauses]');
                  search.value = 'QCD-3-7';
                  search.dispatchEvent(new Event('input'));
                  const only = document.querySelector('[data-shows=models]');
                  only.value = 'fails';
                  only.dispatchEvent(new Event('input'));
                  const claim = document.querySelector('[data-shows=matrix]');
                  claim.value = 'gone';
                  claim.dispatchEvent(new Event('input'));
                </script>
                </body>""";
        Path driven = Files.writeString(scratch.resolve("driven.html"), html.replace("</body>", driver));
        String after = chromium.dom(driven);
        assertEquals("", chromium.console());
        assertTrue(open(after) >= 2, "the chart, and the model that it is in, are open");
        String[] clauses = output(after, "clauses").split(" of ");
        assertTrue(0 < Integer.parseInt(clauses[0]) && Integer.parseInt(clauses[0]) * 10 < Integer.parseInt(clauses[1]),
                "a clause is found, and few that speak of it: " + output(after, "clauses"));
        long failing = count("<details id=\"model-[^\"]+\" data-in=\"models\" data-marked=\"fails\">");
        assertEquals(failing + " of " + count("<details id=\"model-"), output(after, "models"));
        long rows = count("<tr data-in=\"matrix\"");
        long shown = count("<tr data-in=\"matrix\" data-marked=\"gone\"");
        assertTrue(0 < shown && shown < rows);
        assertEquals(shown + " of " + rows, output(after, "matrix"));
    }

    @Test
    void aBrowserLeavesPicturesOfIt() throws IOException, InterruptedException {
        assumeTrue(Chromium.isThere(), "skipped: no chromium here");
        Path folder = Files.createDirectories(PROJECT.results().resolve("screenshots"));
        for (boolean dark : new boolean[] {false, true}) {
            String scheme = dark ? "-dark.png" : "-light.png";
            Chromium.in(scratch).picture(page, 1280, 3600, dark, folder.resolve("wide" + scheme));
            Chromium.in(scratch).picture(page, 500, 3600, dark, folder.resolve("phone" + scheme));
            assertTrue(Files.size(folder.resolve("wide" + scheme)) > 50_000 && Files.size(folder.resolve("phone" + scheme)) > 50_000);
        }
    }

    private static long count(String pattern) {
        return Pattern.compile(pattern).matcher(html).results().count();
    }

    private static long open(String dom) {
        return Pattern.compile("<details[^>]* open=\"\"").matcher(dom).results().count();
    }

    private static String output(String dom, String part) {
        Matcher it = Pattern.compile("<section id=\"" + part + "\">.*?<output>([^<]*)</output>", Pattern.DOTALL).matcher(dom);
        assertTrue(it.find());
        return it.group(1);
    }
}
