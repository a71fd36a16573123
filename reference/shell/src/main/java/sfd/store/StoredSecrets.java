package sfd.store;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sfd.octets.Octets;
import sfd.octets.Ranges;
import sfd.store.StoreException.Reason;
import sfd.token.Secret;
import sfd.token.Secrets;

/**
 * Generations of one secret, newest first, four at most (QCD-5.1-2): a maker's QCD_SECRET, or what cookies are made with. The
 * store keeps none of them in memory; what it had in arrays is wiped when a call returns.
 */
public final class StoredSecrets {

    private static final int ENTRY = Integer.BYTES + Secret.LENGTH;

    private final AtomicFile file;

    StoredSecrets(AtomicFile file) {
        this.file = file;
    }

    /** True if a first one was made, whether or not it can be read. */
    public boolean areThere() throws StoreException {
        return file.exists();
    }

    /**
     * The newest and the earlier ones that are kept.
     *
     * @param most 1 to 4 of them, the newest
     */
    public Secrets read(int most) throws StoreException {
        byte[] content = content();
        try {
            var secrets = new ArrayList<Secret>();
            for (int at = 0; at < content.length && secrets.size() < most; at += ENTRY) {
                secrets.add(Secret.of(ByteBuffer.wrap(content).getInt(at), Octets.of(content, at + Integer.BYTES, Secret.LENGTH)));
            }
            return new Secrets(secrets);
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    /** The first one (QCD-5.1-1). It is kept when this returns. */
    public Secrets make(SecureRandom random) throws StoreException {
        if (file.exists()) {
            throw new StoreException(Reason.THERE, file.path() + " is there already");
        }
        return new Secrets(List.of(put(1, random, new byte[0])));
    }

    /**
     * One more, and what is then too old is forgotten. It is kept when this returns, so that no token is handed out that could
     * not be made again: only then tell it to the role, in a SecretRolled. If this throws tell nothing, and try again.
     *
     * @param most 1 to 4 that are kept, the new one among them (QCD-5.1-2)
     */
    public Secret roll(SecureRandom random, int most) throws StoreException {
        Ranges.check("number of secrets", most, 1, Secrets.MOST);
        byte[] content = content();
        byte[] earlier = {};
        try {
            int newest = ByteBuffer.wrap(content).getInt(0);
            if (newest == Integer.MAX_VALUE) {
                throw new StoreException(Reason.EXHAUSTED, file.path() + " has had all generations that there can be");
            }
            earlier = Arrays.copyOf(content, Math.min(content.length, (most - 1) * ENTRY));
            return put(newest + 1, random, earlier);
        } finally {
            Arrays.fill(content, (byte) 0);
            Arrays.fill(earlier, (byte) 0);
        }
    }

    private Secret put(int generation, SecureRandom random, byte[] earlier) throws StoreException {
        byte[] octets = new byte[Secret.LENGTH];
        try {
            random.nextBytes(octets);
            file.replace(ByteBuffer.allocate(ENTRY + earlier.length).putInt(generation).put(octets).put(earlier).array());
            return Secret.of(generation, Octets.of(octets));
        } finally {
            Arrays.fill(octets, (byte) 0);
        }
    }

    /** Generations that go down, 1 to 4 of them. */
    private byte[] content() throws StoreException {
        byte[] content = file.read();
        boolean good = content.length > 0 && content.length % ENTRY == 0 && content.length <= Secrets.MOST * ENTRY;
        long before = Integer.MAX_VALUE + 1L;
        for (int at = 0; good && at < content.length; at += ENTRY) {
            int generation = ByteBuffer.wrap(content).getInt(at);
            good = generation > 0 && generation < before;
            before = generation;
        }
        if (!good) {
            Arrays.fill(content, (byte) 0);
            throw Frame.corrupt(file.path());
        }
        return content;
    }
}
