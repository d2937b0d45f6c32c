package io.zoombookings.connection;

/** Connecting, or looking at a connection, failed for a reason that a person is told. */
public class ConnectFailedException extends RuntimeException {

    private final transient Problem problem;

    ConnectFailedException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
