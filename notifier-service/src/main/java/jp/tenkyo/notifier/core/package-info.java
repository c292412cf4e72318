/**
 * What to tell a holder and what a mail server's answer means: pure functions over values. No clock, no random, no log,
 * no framework; of the contracts only their enums, which are closed lists of words.
 */
@NullMarked
package jp.tenkyo.notifier.core;

import org.jspecify.annotations.NullMarked;
