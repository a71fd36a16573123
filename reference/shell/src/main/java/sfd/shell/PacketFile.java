package sfd.shell;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.LongSupplier;
import sfd.ike.Endpoint;
import sfd.octets.Octets;
import sfd.sa.Effect;
import sfd.sa.Event;

/**
 * A capture of what came and went, as a pcap file with times in nanoseconds and packets from IP on. Each is written as one
 * packet whatever its length, for the kernel's fragments are not seen here. Once so many octets are written the rest is left
 * out, so that a flood does not fill the disk; and all that comes after a failure to write, which stops no peer.
 */
public final class PacketFile implements Watch, AutoCloseable {

    private static final int NANOSECONDS = 0xA1B23C4D;
    private static final int FROM_IP_ON = 101;
    private static final int SNAP_LENGTH = 1 << 18;
    private static final int FILE_HEADER = 24;
    private static final int PACKET_HEADER = 16;
    private static final long SECOND = 1_000_000_000;

    private final OutputStream out;
    private final LongSupplier nanos;
    private final long most;
    private long written = FILE_HEADER;
    private long leftOut;
    private String broken;

    /**
     * @param out is closed with this
     * @param nanos since 1970
     * @param most octets in the file
     */
    public PacketFile(OutputStream out, LongSupplier nanos, long most) throws IOException {
        this.out = new BufferedOutputStream(out, 1 << 16);
        this.nanos = nanos;
        this.most = most;
        this.out.write(ByteBuffer.allocate(FILE_HEADER).putInt(NANOSECONDS).putShort((short) 2).putShort((short) 4)
                .putInt(0).putInt(0).putInt(SNAP_LENGTH).putInt(FROM_IP_ON).array());
    }

    @Override
    public void came(Event.Received datagram) {
        put(datagram.from(), datagram.to(), datagram.datagram());
    }

    @Override
    public void went(Effect.Send datagram) {
        put(datagram.from(), datagram.to(), datagram.datagram());
    }

    /** Why nothing more could be written, if so. */
    public Optional<String> broken() {
        return Optional.ofNullable(broken);
    }

    /** Packets that are not in the file, for either reason. */
    public long leftOut() {
        return leftOut;
    }

    private void put(Endpoint from, Endpoint to, Octets datagram) {
        byte[] packet = IpPacket.udp(from, to, datagram);
        if (broken != null || written + PACKET_HEADER + packet.length > most) {
            leftOut++;
            return;
        }
        written += PACKET_HEADER + packet.length;
        long now = nanos.getAsLong();
        try {
            out.write(ByteBuffer.allocate(PACKET_HEADER).putInt((int) (now / SECOND)).putInt((int) (now % SECOND))
                    .putInt(packet.length).putInt(packet.length).array());
            out.write(packet);
        } catch (IOException e) {
            failed(e);
        }
    }

    @Override
    public void idle() {
        try {
            out.flush();
        } catch (IOException e) {
            failed(e);
        }
    }

    private void failed(IOException e) {
        broken = broken == null ? String.valueOf(e.getMessage()) : broken;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
