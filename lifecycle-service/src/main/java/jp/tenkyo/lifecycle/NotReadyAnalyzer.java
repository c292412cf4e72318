package jp.tenkyo.lifecycle;

import jp.tenkyo.schemas.setup.StartCheck.NotReadyException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints a refusal to start as text instead of a stack trace. */
class NotReadyAnalyzer extends AbstractFailureAnalyzer<NotReadyException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, NotReadyException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Do what each line says, or set tenkyo.check-topics=false if you know better.",
                cause);
    }
}
