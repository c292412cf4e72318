/** Stand-in for the loader in a service's executable jar. */
@NullMarked
package org.springframework.boot.loader.launch;

import org.jspecify.annotations.NullMarked;
