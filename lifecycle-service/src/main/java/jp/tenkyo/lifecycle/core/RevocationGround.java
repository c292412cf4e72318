package jp.tenkyo.lifecycle.core;

import java.util.Set;

/** The resident-record change that ends certificates, as far as a holder is told of it. */
public record RevocationGround(ChangeReason changeReason, RevocationReason reason, Set<ChangedAttribute> changed) {

    String rule() {
        return "2.1/" + changeReason;
    }
}
