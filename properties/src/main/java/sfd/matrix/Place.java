package sfd.matrix;

/** Where a cell stands, by the ids of the axes. */
public record Place(String protocol, String deployment, String attacker, String claim) {

    Place against(String attacker) {
        return new Place(protocol, deployment, attacker, claim);
    }

    Place of(String claim) {
        return new Place(protocol, deployment, attacker, claim);
    }

    Place in(String deployment) {
        return new Place(protocol, deployment, attacker, claim);
    }
}
