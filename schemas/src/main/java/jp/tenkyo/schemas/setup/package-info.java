/** Makes the catalogue's topics and schemas on a broker and a registry, and says where what is there differs. */
@NullMarked
package jp.tenkyo.schemas.setup;

import org.jspecify.annotations.NullMarked;
