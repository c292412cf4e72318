package jp.tenkyo.lifecycle.door;

import java.io.Serializable;
import java.util.List;

/** At least one input of a request is wrong in itself, so none was taken. */
final class FormRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Refusal> refusals;

    FormRefusedException(List<Refusal> refusals) {
        super("The form of " + refusals.stream().map(Refusal::index).distinct().count() + " input(s) is wrong.");
        this.refusals = List.copyOf(refusals);
    }

    List<Refusal> refusals() {
        return refusals;
    }

    /** One thing wrong with the input at that place of the request, counted from 0. */
    record Refusal(int index, String field, String code, String detail) implements Serializable {}
}
