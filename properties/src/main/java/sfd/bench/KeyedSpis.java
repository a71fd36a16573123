package sfd.bench;

import sfd.ike.IkeSpis;

/** An SPI pair for the maps of others, with the hash that the table uses: computed anew for each access, as there. */
record KeyedSpis(long initiator, long responder) {

    static KeyedSpis of(IkeSpis spis) {
        return new KeyedSpis(spis.initiator(), spis.responder());
    }

    @Override
    public int hashCode() {
        return (int) Sas.HASH.hash(initiator, responder);
    }
}
