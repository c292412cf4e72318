/** What a certificate's status is, in domain types, without Kafka, storage or web. */
@NullMarked
package jp.tenkyo.status.core;

import org.jspecify.annotations.NullMarked;
