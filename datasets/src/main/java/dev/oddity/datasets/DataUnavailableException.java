package dev.oddity.datasets;

/**
 * A published file that is in none of the places looked at and could not be fetched either.
 *
 * <p>Nothing is wrong with the experiment: a runner may skip a notebook that ends with this, where it must fail one that
 * ends with any other {@link DataException}.
 */
@SuppressWarnings("serial")
public final class DataUnavailableException extends DataException {

    public DataUnavailableException(String message) {
        super(message);
    }

    public DataUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
