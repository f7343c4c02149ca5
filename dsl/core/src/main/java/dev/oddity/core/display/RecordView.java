package dev.oddity.core.display;

import java.util.List;

/** Shows a record as a table of its components and their values; as text in one line, as Java has it. */
record RecordView(Object one, Components components) implements Displayable {

    @Override
    public MimeBundle display() {
        Cells names = Cells.of("component", components.names()).asLabel();
        Cells values = Cells.of("value", components.values(one));
        Excerpt all = Excerpt.firstOf(components.all().size(), components.all().size());
        return new Grid(ValueText.kind(one), List.of(names, values), all)
                .display()
                .with(MimeBundle.TEXT, ValueText.of(one));
    }
}
