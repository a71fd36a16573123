package sfd.check;

import java.util.Optional;

/** Results of earlier runs that still stand, because nothing that they depend on has changed. */
public interface Known {

    /** Nobody remembers anything: every model is checked. */
    Known NOTHING = new Known() {

        @Override
        public Optional<Examined> of(Entry entry) {
            return Optional.empty();
        }

        @Override
        public void keep(Examined examined) {
            // Nobody asks for it.
        }
    };

    /** What was found of the model, if it still stands. */
    Optional<Examined> of(Entry entry);

    /** Hears of each model that was checked, when all is known of it. */
    void keep(Examined examined);
}
