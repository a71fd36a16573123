package sfd.worlds;

import java.util.List;

/**
 * Worlds that belong together.
 *
 * @param module that has them, below {@code spec}
 * @param title what they have in common; empty where that needs no words
 */
public record Section(String module, String title, List<World> worlds) {

    public Section {
        worlds = List.copyOf(worlds);
    }
}
