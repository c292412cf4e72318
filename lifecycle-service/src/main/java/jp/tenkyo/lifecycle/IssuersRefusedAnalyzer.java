package jp.tenkyo.lifecycle;

import jp.tenkyo.lifecycle.issuers.IssuersRefusedException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints a refusal of the issuers that are set as text instead of a stack trace. */
class IssuersRefusedAnalyzer extends AbstractFailureAnalyzer<IssuersRefusedException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, IssuersRefusedException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Do what each line says. With no tenkyo.issuers at all, certificates of every issuer are taken.",
                cause);
    }
}
