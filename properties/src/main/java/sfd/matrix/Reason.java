package sfd.matrix;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Why cells have no verdict.
 *
 * @param clause that it leans on; null where it needs none
 * @param protocols ids on this axis, as on the others; null where it is for all
 */
public record Reason(Kind kind, String because, String clause, List<String> protocols, List<String> deployments,
        List<String> attackers, List<String> claims) {

    enum Kind {
        @JsonProperty("not-applicable") NOT_APPLICABLE,
        @JsonProperty("not-modelled") NOT_MODELLED
    }

    boolean isFor(Place place) {
        return in(protocols, place.protocol()) && in(deployments, place.deployment()) && in(attackers, place.attacker())
                && in(claims, place.claim());
    }

    private static boolean in(List<String> ids, String id) {
        return ids == null || ids.contains(id);
    }

    String words() {
        return because + (clause == null ? "" : " (" + clause + ")");
    }
}
