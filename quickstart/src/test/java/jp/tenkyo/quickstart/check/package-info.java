@NullMarked
package jp.tenkyo.quickstart.check;

import org.jspecify.annotations.NullMarked;
