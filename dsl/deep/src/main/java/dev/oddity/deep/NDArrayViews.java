package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import dev.oddity.core.display.LibraryView;

/** Lets notebooks show DJL's arrays. Found as a service; has no state. */
public final class NDArrayViews implements LibraryView.Provider {

    @Override
    public boolean knows(Class<?> type) {
        return NDArray.class.isAssignableFrom(type);
    }

    @Override
    public LibraryView of(Object value) {
        return new NDArrayView((NDArray) value);
    }
}
