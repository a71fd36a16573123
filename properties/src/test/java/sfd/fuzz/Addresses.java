package sfd.fuzz;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import sfd.ike.Address;
import sfd.ike.Endpoint;
import sfd.packet.Readings;

/** Addresses and ends as people write them: the platform reads the same in what is accepted, and it is written back. */
final class Addresses {

    /** Digits alone, so that the platform asks nobody for a name. */
    private static final Pattern LITERAL = Pattern.compile("[0-9]+(\\.[0-9]+){3}|(?=.*:)[0-9a-fA-F:.]+");

    /** A number of dotted decimal with a leading zero: some systems read it as octal, and the text would name two hosts. */
    private static final Pattern TWO_MEANINGS = Pattern.compile("(.*[:.])?0[0-9]+\\..*|.*\\.0[0-9]+");

    private Addresses() {
    }

    static void read(byte[] input) {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        address(text);
        Optional<Endpoint> end = Readings.endpoint(text);
        end.ifPresent(it -> Claim.that(Readings.endpoint(it.toString()).equals(end), () -> text + " is written as " + it));
    }

    private static void address(String text) {
        Address address;
        try {
            address = Address.parse(text);
        } catch (IllegalArgumentException e) {
            return;
        }
        Claim.that(LITERAL.matcher(text).matches(), () -> "an address: " + text);
        Claim.that(!TWO_MEANINGS.matcher(text).matches(), () -> "it may be two addresses: " + text);
        Claim.that(Address.parse(address.toString()).equals(address), () -> text + " is written as " + address);
        try {
            byte[] platform = InetAddress.getByName(text).getAddress();
            Claim.that(Arrays.equals(platform, address.octets().toArray()), () -> text + " is read as " + address);
        } catch (UnknownHostException e) {
            throw new AssertionError("an address for us, and not for the platform: " + text);
        }
    }
}
