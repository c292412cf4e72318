package jp.tenkyo.notifier.contract;

import jp.tenkyo.avro.WithdrawalReason;
import jp.tenkyo.notifier.core.ContactPoint;
import jp.tenkyo.notifier.core.Delivery;
import jp.tenkyo.notifier.core.Notice;
import jp.tenkyo.schemas.Decoded;

/** What a record of an input topic says. */
public sealed interface Inbound {

    record Planned(Notice notice) implements Inbound {}

    record Withdrawn(String noticeId, String holderId, WithdrawalReason reason) implements Inbound {}

    record Delivered(Delivery delivery) implements Inbound {}

    record ContactKnown(String holderId, ContactPoint contact) implements Inbound {}

    record ContactForgotten(String holderId) implements Inbound {}

    record Poison(Decoded.Poison<?> fault) implements Inbound {}
}
