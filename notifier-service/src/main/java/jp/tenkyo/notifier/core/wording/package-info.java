/** The mails' words, Japanese and English, and their two renderings. Pure. */
@NullMarked
package jp.tenkyo.notifier.core.wording;

import org.jspecify.annotations.NullMarked;
