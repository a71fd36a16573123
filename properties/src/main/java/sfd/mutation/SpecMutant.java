package sfd.mutation;

import sfd.traces.tlc.Place;

/**
 * A module with one change in it.
 *
 * @param definition the operator whose text is changed
 * @param number of those with this change in the operator, from 1 on, in the order of the text
 * @param place what is replaced
 * @param instead what stands in its place
 * @param before the expression that is changed, in one line
 * @param after the same with the change
 */
record SpecMutant(String module, String definition, Change change, int number, Place place, String instead, String before, String after) {

    /** The kinds of change. */
    enum Change {
        CONJUNCT_DROPPED("conjunct dropped"),
        DISJUNCT_DROPPED("disjunct dropped"),
        PREMISE_DROPPED("premise dropped"),
        CONDITION_NEGATED("condition negated"),
        COMPARISON_NEGATED("comparison negated"),
        COMPARISON_MOVED("comparison moved"),
        CONSTANT_UP("constant up"),
        CONSTANT_DOWN("constant down"),
        TRUTH_TURNED("truth turned"),
        UPDATE_DROPPED("update dropped");

        private final String words;

        Change(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** Where it is, without lines: they move with every edit above. */
    String id() {
        return module + ":" + definition + ":" + change + ":" + number;
    }

    String planted(ModuleText text) {
        return text.with(place, instead);
    }

    /** @return the file of the module, below the folder of the spec */
    static String file(String module) {
        return module + ".tla";
    }
}
