package sfd.catalogue;

import java.nio.file.Path;

/** The tree that the tests look at. */
final class Project {

    static final Path ROOT = Path.of(System.getProperty("project.root"));

    private Project() {}
}
