package jp.tenkyo.lifecycle.contract;

import java.util.Optional;
import jp.tenkyo.lifecycle.core.ChangeReason;
import jp.tenkyo.lifecycle.core.ChangedAttribute;
import jp.tenkyo.schemas.ChangeReasons;
import jp.tenkyo.schemas.ChangedAttributes;

/** From the Standard's Japanese names, as municipal exports write them, to the core. */
public final class ExportNames {

    private ExportNames() {}

    public static Optional<ChangeReason> changeReason(String name) {
        return ChangeReasons.named(name).map(reason -> ChangeReason.valueOf(reason.name()));
    }

    public static Optional<ChangedAttribute> changedAttribute(String name) {
        return ChangedAttributes.named(name).map(attribute -> ChangedAttribute.valueOf(attribute.name()));
    }
}
