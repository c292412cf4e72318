package jp.tenkyo.quickstart.page;

import java.io.IOException;

/** Answers requests to read. Called by several threads. */
@FunctionalInterface
public interface Page {

    Answer answer(Request request) throws IOException;
}
