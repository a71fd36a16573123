package sfd.traces.distributed;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a distributed search came to.
 *
 * @param complete nothing is left, and nothing was violated
 * @param distinct states found. Those generated say nothing here: a state that two workers find at once both follow
 * @param said the last lines, where it is not complete
 */
public record Searched(boolean complete, long distinct, String said) {

    private static final String SUCCESS = "Model checking completed. No error has been found.";
    private static final Pattern STATES = Pattern.compile("(?m)^[\\d,]+ states generated, ([\\d,]+) distinct states found, 0 states left on queue");
    private static final int LAST = 2_000;

    static Searched of(String said) {
        Matcher states = STATES.matcher(said);
        boolean complete = said.contains(SUCCESS) && states.find();
        return new Searched(complete, complete ? Long.parseLong(states.group(1).replace(",", "")) : 0,
                complete ? "" : said.substring(Math.max(0, said.length() - LAST)));
    }
}
