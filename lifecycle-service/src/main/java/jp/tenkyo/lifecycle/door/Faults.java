package jp.tenkyo.lifecycle.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.tenkyo.lifecycle.core.Form;

/** Collects what is wrong with one input. */
final class Faults {

    private final List<Fault> found = new ArrayList<>();

    void add(String field, String code, String detail) {
        found.add(new Fault(field, code, detail));
    }

    void addAll(List<Form.Problem> problems) {
        problems.forEach(problem -> add(problem.field(), problem.code().name(), problem.detail()));
    }

    /** Notes that a field is missing, unless it was given and a fault says what is wrong with it. */
    void require(String field, Optional<?> value) {
        if (value.isEmpty() && found.stream().noneMatch(fault -> fault.field().equals(field))) {
            add(field, "MISSING", field + " is required.");
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<Fault> found() {
        return List.copyOf(found);
    }
}
