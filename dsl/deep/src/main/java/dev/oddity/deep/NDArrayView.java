package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.SparseFormat;
import dev.oddity.core.display.LibraryView;
import dev.oddity.core.display.MimeBundle;
import dev.oddity.core.display.TensorView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an array of DJL's looks: its shape, type and device, and its numbers, of a large one the corners. Those are cut out
 * on the array's own device, so that nothing else of it is copied from there.
 *
 * @param array read, never changed or closed; may have been closed
 */
record NDArrayView(NDArray array) implements LibraryView {

    @Override
    public MimeBundle display() {
        if (array.isReleased()) {
            return MimeBundle.text(
                    closed() + ": its numbers are gone. An array is closed with the NDManager it is attached to;"
                            + " show it before, or attach(..) it to one that lives longer");
        }
        if (!hasElements()) {
            return MimeBundle.text(caption() + ": numbers of this kind aren't shown");
        }
        return tensor().display();
    }

    /** As JSON, if that is asked for: lists in lists, null for what is not finite; all of it is copied from its device. */
    @Override
    public MimeBundle display(String type) {
        boolean json = type.equals(MimeBundle.JSON) && !array.isReleased() && hasElements();
        if (!json) {
            return display();
        }
        long[] lengths = array.getShape().getShape();
        Iterator<?> all = elements().of(new long[lengths.length], lengths).iterator();
        Object tree = nested(all, lengths());
        return tree == null ? display() : display().with(MimeBundle.JSON, tree);
    }

    @Override
    public String line() {
        if (array.isReleased()) {
            return closed();
        }
        boolean number = hasElements() && array.getShape().dimension() == 0;
        return number
                ? caption() + ": " + elements().of(new long[0], new long[0]).get(0)
                : caption();
    }

    private String closed() {
        try {
            return "NDArray " + array.getShape() + ' ' + kind() + ", closed";
        } catch (IllegalStateException e) {
            // Nobody had asked for its shape while it was open.
            return "NDArray, closed";
        }
    }

    private String caption() {
        String name = array.getName() == null ? "" : array.getName() + ' ';
        // A device without a number is all there is of its kind.
        String device = array.getDevice().toString().replace("()", "");
        String sparse = array.getSparseFormat() == SparseFormat.DENSE ? "" : ", sparse";
        return "NDArray " + name + array.getShape() + ' ' + kind() + " on " + device + sparse;
    }

    private String kind() {
        DataType type = array.getDataType();
        return type == DataType.BOOLEAN ? "boolean" : type.toString();
    }

    private boolean hasElements() {
        return array.getSparseFormat() == SparseFormat.DENSE && Elements.canBeReadOf(array.getDataType());
    }

    private Elements elements() {
        return new Elements(array);
    }

    private TensorView tensor() {
        return new TensorView(caption(), lengths(), elements());
    }

    private List<Long> lengths() {
        return Arrays.stream(array.getShape().getShape()).boxed().toList();
    }

    /** The elements in the order of {@code elements}, in lists of the last length in lists of the one before. */
    private static @Nullable Object nested(Iterator<?> elements, List<Long> lengths) {
        if (lengths.isEmpty()) {
            Object element = elements.next();
            return element instanceof Number number && !Double.isFinite(number.doubleValue()) ? null : element;
        }
        List<@Nullable Object> row = new ArrayList<>();
        for (long i = 0; i < lengths.get(0); i++) {
            row.add(nested(elements, lengths.subList(1, lengths.size())));
        }
        return row;
    }
}
