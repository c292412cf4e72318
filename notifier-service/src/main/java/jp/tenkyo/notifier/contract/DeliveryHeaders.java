package jp.tenkyo.notifier.contract;

import jp.tenkyo.notifier.core.Delivery;
import jp.tenkyo.schemas.CloudEventHeaders;
import org.apache.kafka.common.header.Headers;

/** CloudEvents attributes of a delivery's record. */
public final class DeliveryHeaders {

    private static final String TYPE = "jp.tenkyo.NoticeDelivery";

    private DeliveryHeaders() {}

    public static void add(Headers headers, Delivery delivery) {
        CloudEventHeaders.add(headers, Translation.id(delivery), Translation.SOURCE, TYPE, delivery.at());
    }
}
