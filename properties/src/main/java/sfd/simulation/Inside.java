package sfd.simulation;

import java.util.List;
import sfd.ike.IkeSpis;
import sfd.ike.Payload;

/**
 * What a datagram holds for who has the keys. The octets beside it are what all others see; ideal cryptography is that nobody else
 * looks here, and that nobody makes one without the keys.
 */
sealed interface Inside {

    /** In the clear, or made by somebody without keys. */
    record Nobodys() implements Inside {
    }

    Inside NOBODYS = new Nobodys();

    /** A message under an IKE SA, whose SPIs, drawn once and for all, stand for its keys. */
    record Ike(IkeSpis spis, int exchange, boolean response, int id, Said said, List<Payload> payloads) implements Inside {
    }

    /**
     * An ESP packet under a child SA.
     *
     * @param out the SPI that it is sent with
     * @param in the SPI that its sender receives on: both together stand for the keys
     */
    record Esp(int out, int in) implements Inside {
    }
}
