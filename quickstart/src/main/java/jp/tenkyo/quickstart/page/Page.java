package jp.tenkyo.quickstart.page;

import java.io.IOException;

/** Answers requests. Called by several threads. */
@FunctionalInterface
public interface Page {

    Answer answer(Request request) throws IOException;

    /** Answers a form that was sent; a page that has none refuses it. */
    default Answer post(Request request, String form) throws IOException {
        return Answer.notAllowed();
    }
}
