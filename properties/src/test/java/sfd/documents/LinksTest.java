package sfd.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each link of a page within the project leads to a file that is there, and to a heading or anchor in it. */
class LinksTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
    private static final Pattern ANCHOR = Pattern.compile("<a id=\"([^\"]+)\"");
    private static final Set<String> ELSEWHERE = Set.of("target", ".git", "node_modules");

    private final Map<Path, Set<String>> anchors = new HashMap<>();

    @Test
    void linksLeadSomewhere() throws IOException {
        List<Path> pages = pages();
        assertTrue(pages.size() > 10, pages::toString);
        var nowhere = new ArrayList<String>();
        for (Path page : pages) {
            for (String link : links(Files.readString(page))) {
                if (!leadsSomewhere(page, link)) {
                    nowhere.add(Committed.ROOT.relativize(page) + ": " + link);
                }
            }
        }
        assertEquals(List.of(), nowhere);
    }

    /** Nothing passes because nothing is looked at. */
    @Test
    void whatLeadsNowhereIsSeen() throws IOException {
        Path page = Committed.ROOT.resolve("README.md");
        assertEquals(List.of("spec/FINDINGS.md#f1", "x.svg"), links("[F1](spec/FINDINGS.md#f1), ![picture](x.svg)"));
        assertTrue(leadsSomewhere(page, "spec/FINDINGS.md#f1") && leadsSomewhere(page, "#on-its-worst-day"));
        assertTrue(!leadsSomewhere(page, "spec/FINDINGS.md#f0") && !leadsSomewhere(page, "#on-its-best-day") && !leadsSomewhere(page, "x.svg"));
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(Committed.ROOT)) {
            return files.filter(it -> it.toString().endsWith(".md"))
                    .filter(it -> Stream.of(Committed.ROOT.relativize(it).toString().split("[/\\\\]")).noneMatch(ELSEWHERE::contains)).toList();
        }
    }

    private static List<String> links(String text) {
        return LINK.matcher(text).results().map(it -> it.group(1)).filter(it -> !it.contains("://")).toList();
    }

    private boolean leadsSomewhere(Path page, String link) throws IOException {
        String[] parts = link.split("#", 2);
        Path file = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        return Files.exists(file) && (parts.length == 1 || !file.toString().endsWith(".md") || anchors(file).contains(parts[1]));
    }

    private Set<String> anchors(Path page) throws IOException {
        if (!anchors.containsKey(page)) {
            String text = Files.readString(page);
            Set<String> found = new HashSet<>();
            HEADING.matcher(text).results().map(MatchResult::group).map(LinksTest::anchor).forEach(found::add);
            ANCHOR.matcher(text).results().map(it -> it.group(1)).forEach(found::add);
            anchors.put(page, found);
        }
        return anchors.get(page);
    }

    /** As those who show such pages make it: small letters, digits and hyphens, blanks as hyphens. */
    private static String anchor(String heading) {
        return heading.replaceFirst("^#+ ", "").replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1").toLowerCase(Locale.ROOT)
                .replaceAll("[^\\w\\- ]", "").strip().replace(' ', '-');
    }
}
