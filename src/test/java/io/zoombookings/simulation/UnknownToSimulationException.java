package io.zoombookings.simulation;

/** The application has something new that the simulation has to learn first; no policy of a route may swallow that. */
final class UnknownToSimulationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownToSimulationException(String what) {
        super("The simulation does not know " + what);
    }
}
