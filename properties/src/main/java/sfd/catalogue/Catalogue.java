package sfd.catalogue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sfd.check.Layout;
import sfd.check.SpecJson;

/**
 * The only source of the clauses, {@code spec/clauses.json}, as values.
 *
 * @param notYet protocols of which no coverage is demanded yet
 * @param clauses in the order of the texts and their sections
 * @param readings in the order of their numbers
 */
public record Catalogue(Set<Clause.Protocol> notYet, List<Clause> clauses, List<Reading> readings) {

    public Catalogue {
        notYet = Set.copyOf(notYet);
        clauses = List.copyOf(clauses);
        readings = List.copyOf(readings);
    }

    /** Where the catalogue is below the root of the project. */
    public static Path file(Path root) {
        return root.resolve("spec").resolve("clauses.json");
    }

    /** @throws sfd.check.BadInput where it cannot be read or is not of its form */
    public static Catalogue read(Path root) {
        return new SpecJson<>("clauses.json", Catalogue.class).read(new Layout(root));
    }

    /** The catalogue as it was when this was built, for who is far from the project's files. */
    public static Catalogue carried() {
        try (InputStream in = Catalogue.class.getResourceAsStream("clauses.json")) {
            return new ObjectMapper().readValue(in, Catalogue.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the build left out the catalogue", e);
        }
    }

    /** The clause of that id. */
    public Optional<Clause> clause(String id) {
        return clauses.stream().filter(clause -> clause.id().equals(id)).findFirst();
    }

    /** The reading of that id. */
    public Optional<Reading> reading(String id) {
        return readings.stream().filter(reading -> reading.id().equals(id)).findFirst();
    }

    /** Every id, of clauses and of readings. */
    public Set<String> ids() {
        return Stream.concat(clauses.stream().map(Clause::id), readings.stream().map(Reading::id))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** True for a clause that every column must cite or give a reason for. */
    public boolean demanded(Clause clause) {
        return clause.protocol() != Clause.Protocol.WISH && !notYet.contains(clause.protocol());
    }
}
