package sfd.store;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import sfd.ike.IkeSpis;

/**
 * The map from child SPIs that this end receives on to IKE SPIs (QCD-8.2-1). It holds no secret, and an entry that is missing
 * costs its taker a round trip and no more, so that it may be kept now and then.
 */
public final class StoredChildren {

    private static final int ENTRY = Integer.BYTES + IkeSpis.LENGTH;

    private final AtomicFile file;

    StoredChildren(AtomicFile file) {
        this.file = file;
    }

    /** What was kept last, by child SPI; nothing if nothing was. */
    public Map<Integer, IkeSpis> read() throws StoreException {
        var map = new TreeMap<Integer, IkeSpis>(Integer::compareUnsigned);
        if (!file.exists()) {
            return map;
        }
        ByteBuffer in = ByteBuffer.wrap(file.read());
        if (in.remaining() % ENTRY != 0) {
            throw Frame.corrupt(file.path());
        }
        while (in.hasRemaining()) {
            map.put(in.getInt(), new IkeSpis(in.getLong(), in.getLong()));
        }
        return map;
    }

    /** In place of what was kept; it is kept when this returns. A file that cannot be read is not written over. */
    public void write(Collection<Map.Entry<Integer, IkeSpis>> entries) throws StoreException {
        if (file.exists()) {
            Arrays.fill(file.read(), (byte) 0);
        }
        ByteBuffer out = ByteBuffer.allocate(Math.multiplyExact(entries.size(), ENTRY));
        for (Map.Entry<Integer, IkeSpis> entry : entries) {
            out.putInt(entry.getKey()).putLong(entry.getValue().initiator()).putLong(entry.getValue().responder());
        }
        file.replace(out.array());
    }
}
