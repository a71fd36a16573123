package sfd.report;

import java.util.List;

/**
 * A model as the page shows it.
 *
 * @param keepsTheTexts whether everybody in it keeps every clause, in the reading that is the default, and nothing is switched off to
 *     see that something else matters
 * @param cell which models it stands beside; empty for role models
 * @param world what surrounds the roles, in words
 * @param size states and transitions, in words
 */
record Shown(String name, String cell, String says, String world, String size, boolean keepsTheTexts, List<String> bounds, List<String> assumptions,
        List<Claim> claims) {

    /**
     * A property that claims something.
     *
     * @param means in words, what holds or what happens
     * @param verdict holds, fails in so many steps, fails in the long run; or that it is not as expected
     * @param attack the counterexample; null where it holds, or where there is none to be shown
     */
    record Claim(String property, String means, boolean holds, String verdict, Integer steps, List<String> leansOn, Attack attack) {
    }

    boolean fails() {
        return claims.stream().anyMatch(it -> !it.holds());
    }

    String marked() {
        return fails() ? "fails" : "holds";
    }
}
