@NullMarked
package jp.tenkyo.quickstart.city;

import org.jspecify.annotations.NullMarked;
