/** The mails that arrived, to be read in a browser. */
@NullMarked
package jp.tenkyo.quickstart.mailbox;

import org.jspecify.annotations.NullMarked;
