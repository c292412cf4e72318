package jp.tenkyo.lifecycle.simulation;

/** How far the decisions are behind their inputs. */
interface DecisionLag {

    /**
     * @param recordsBehind records of the inputs that are not yet decided in a committed transaction
     * @param uncommitted whether something was decided that is not committed yet
     */
    record Measured(long recordsBehind, boolean uncommitted) {}

    /** @throws LagUnknownException if the broker does not answer */
    Measured measure();

    /** The broker did not say. */
    final class LagUnknownException extends RuntimeException {

        private static final long serialVersionUID = 1;

        LagUnknownException(Throwable cause) {
            super("The broker does not say how far the decisions are.", cause);
        }
    }
}
