package sfd.vectors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** All vectors that are made here, and their writer. The schemas beside them are not made. */
public final class Vectors {

    private Vectors() {
    }

    static List<VectorFile> all() {
        return List.of(TokenVectors.file(), VerificationVectors.file(), QcdTokenVectors.file(), InvalidSpiVectors.file(),
                InvalidIkeSpiVectors.file(), CheckSpiVectors.file(), CookieVectors.file(), VendorIdVectors.file(),
                        DatagramVectors.file());
    }

    /**
     * Writes every file, and the tables of flags into the README where there is one.
     *
     * @param folder which is made if it is not there
     * @return a line for each file: its name, and how many cases are in it
     */
    public static List<String> write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (VectorFile file : all()) {
            Files.writeString(folder.resolve(file.function() + ".json"), file.text());
        }
        Path page = folder.resolve("README.md");
        if (Files.isRegularFile(page)) {
            Files.writeString(page, FlagsPage.of(Files.readString(page), all()));
        }
        return all().stream().map(it -> it.function() + ".json: " + it.cases() + " cases").toList();
    }
}
