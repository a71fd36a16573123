package sfd.store;

import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import sfd.ike.Address;
import sfd.ike.IkeSpis;
import sfd.token.JdkDigest;
import sfd.token.Secret;
import sfd.token.TokenMethod;

/**
 * A process that rolls its secret over and writes its map, again and again, until it is killed. Each secret that a role would be
 * told it tells on its output, by a token that is made with it.
 */
final class Writer {

    static final IkeSpis SPIS = new IkeSpis(1, 2);
    private static final Address ANYWHERE = Address.parse("192.0.2.1");

    private Writer() {
    }

    /** @param arguments the folder */
    public static void main(String[] arguments) throws StoreException {
        PrintStream out = System.out;
        var random = new SecureRandom();
        try (Store store = Store.make(new SystemDisk(), Path.of(arguments[0]))) {
            if (!store.tokenSecrets().areThere()) {
                store.tokenSecrets().make(random);
            }
            // What an earlier one kept and did not come to tell is in use from now on, as after a reboot.
            tell(out, store.tokenSecrets().read(4).newest());
            out.println("under way");
            for (int i = 0; ; i++) {
                tell(out, store.tokenSecrets().roll(random, 4));
                store.children().write(Map.of(i, SPIS).entrySet());
            }
        }
    }

    private static void tell(PrintStream out, Secret secret) {
        out.println(secret.generation() + " " + token(secret));
    }

    /** What tells a secret from another. */
    static String token(Secret secret) {
        return TokenMethod.SPIS.token(new JdkDigest(), secret, SPIS, ANYWHERE).toString();
    }
}
