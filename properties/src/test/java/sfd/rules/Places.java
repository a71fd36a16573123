package sfd.rules;

import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.LocationProvider;
import java.net.URL;
import java.util.Set;
import sfd.lockstep.Lockstep;
import sfd.sa.Event;
import sfd.shell.Shell;
import sfd.traces.graph.Graph;

/** Where the classes of each module are: whatever package is added there is under the rules at once. */
final class Places {

    private Places() {
    }

    private static Location of(Class<?> member) {
        URL place = member.getProtectionDomain().getCodeSource().getLocation();
        return Location.of(place);
    }

    /** The classes of module reference, without its tests. */
    static final class Reference implements LocationProvider {
        @Override
        public Set<Location> get(Class<?> testClass) {
            return Set.of(of(Event.class));
        }
    }

    /** The classes of module shell, without its tests. */
    static final class AroundReference implements LocationProvider {
        @Override
        public Set<Location> get(Class<?> testClass) {
            return Set.of(of(Shell.class));
        }
    }

    /** The classes of module traces, without its tests. */
    static final class Traces implements LocationProvider {
        @Override
        public Set<Location> get(Class<?> testClass) {
            return Set.of(of(Graph.class));
        }
    }

    /** The classes of all modules, without tests. */
    static final class All implements LocationProvider {
        @Override
        public Set<Location> get(Class<?> testClass) {
            return Set.of(of(Event.class), of(Shell.class), of(Graph.class), of(Lockstep.class));
        }
    }
}
