package sfd.kit;

import java.io.IOException;

/** A process that walks models one after the other, and for each says the checksum of its file. */
final class WalkedAlone {

    private WalkedAlone() {
    }

    /** @param models a module and a model by turns */
    public static void main(String[] models) throws IOException {
        for (int at = 0; at < models.length; at += 2) {
            System.out.println(Kit.sum(models[at + 1], Kit.graph(models[at], models[at + 1])));
        }
    }
}
