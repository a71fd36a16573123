package sfd.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import sfd.check.BadInput;
import sfd.check.Layout;
import sfd.check.SpecJson;

/**
 * Mutants of the reference's byte code, made by PIT, against the reference's own tests; kept in {@code spec/code-mutants.json}.
 *
 * @param tries of each property: fewer than the tests make by themselves
 * @param packages those that were run, in whole
 */
public record CodeMutants(int tries, List<OfPackage> packages) {

    public static final SpecJson<CodeMutants> KEPT = new SpecJson<>("code-mutants.json", CodeMutants.class);

    /** The packages that there are mutants of. */
    public static final List<String> PACKAGES = List.of("sfd.octets", "sfd.ike", "sfd.persistent", "sfd.token", "sfd.sa", "sfd.baseline",
            "sfd.qcd", "sfd.sir");

    private static final Set<String> ALIVE = Set.of("SURVIVED", "NO_COVERAGE");

    /**
     * @param killed by a test that fails, runs out of time or of memory
     * @param survivors the others; those that no test comes by among them
     */
    public record OfPackage(String name, int mutants, int killed, List<Survivor> survivors) {
    }

    /**
     * @param place class and method
     * @param change in PIT's words, and the number of these in the method
     * @param condition whether a comparison or a condition is changed
     * @param covered whether a test comes by
     * @param reason why it survives; empty where nobody has looked
     */
    public record Survivor(String place, String change, boolean condition, boolean covered, String reason) {
    }

    public Optional<OfPackage> find(String name) {
        return packages.stream().filter(it -> it.name().equals(name)).findFirst();
    }

    /** With what PIT reports of some packages; what was said of a survivor is kept. @param folder with {@code mutations.xml} */
    public static CodeMutants with(Layout layout, Path folder, int tries) {
        CodeMutants kept = KEPT.file(layout).toFile().exists() ? KEPT.read(layout) : new CodeMutants(tries, List.of());
        var all = new ArrayList<>(kept.packages());
        for (OfPackage anew : read(folder.resolve("mutations.xml"))) {
            all.removeIf(it -> it.name().equals(anew.name()));
            all.add(new OfPackage(anew.name(), anew.mutants(), anew.killed(),
                    anew.survivors().stream().map(it -> kept.said(anew.name(), it)).toList()));
        }
        all.sort(Comparator.comparing(it -> PACKAGES.indexOf(it.name())));
        return new CodeMutants(tries, List.copyOf(all));
    }

    private Survivor said(String name, Survivor survivor) {
        return find(name).stream().flatMap(it -> it.survivors().stream())
                .filter(it -> it.place().equals(survivor.place()) && it.change().equals(survivor.change()))
                .findFirst().map(it -> new Survivor(it.place(), it.change(), survivor.condition(), survivor.covered(), it.reason()))
                .orElse(survivor);
    }

    private static List<OfPackage> read(Path report) {
        if (!Files.isRegularFile(report)) {
            throw new BadInput("there is no " + report);
        }
        var packages = new TreeMap<String, List<Element>>();
        try {
            NodeList mutations = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(report.toFile())
                    .getElementsByTagName("mutation");
            for (int i = 0; i < mutations.getLength(); i++) {
                Element it = (Element) mutations.item(i);
                String type = text(it, "mutatedClass");
                packages.computeIfAbsent(type.substring(0, type.lastIndexOf('.')), name -> new ArrayList<>()).add(it);
            }
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new BadInput(report + ": " + e.getMessage());
        }
        return packages.entrySet().stream().map(it -> of(it.getKey(), it.getValue())).toList();
    }

    private static OfPackage of(String name, List<Element> mutations) {
        var numbers = new TreeMap<String, Integer>();
        var survivors = new ArrayList<Survivor>();
        for (Element it : mutations) {
            String place = text(it, "mutatedClass") + "." + text(it, "mutatedMethod");
            String change = text(it, "description");
            int number = numbers.merge(place + change, 1, Integer::sum);
            if (ALIVE.contains(it.getAttribute("status"))) {
                survivors.add(new Survivor(place, change + ", " + number, text(it, "mutator").contains("onditional"),
                        !it.getAttribute("status").equals("NO_COVERAGE"), ""));
            }
        }
        return new OfPackage(name, mutations.size(), mutations.size() - survivors.size(), List.copyOf(survivors));
    }

    private static String text(Element mutation, String field) {
        return mutation.getElementsByTagName(field).item(0).getTextContent();
    }
}
