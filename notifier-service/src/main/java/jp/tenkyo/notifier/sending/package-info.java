/**
 * The sending side, outside any topology: reads the outbox, hands mails to the SMTP server, records what came of it.
 */
@NullMarked
package jp.tenkyo.notifier.sending;

import org.jspecify.annotations.NullMarked;
