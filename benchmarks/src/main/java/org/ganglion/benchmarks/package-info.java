/** JMH benchmarks of the parts that decide the speed; the tests beside them hold rules over all modules. */
@NullMarked
package org.ganglion.benchmarks;

import org.jspecify.annotations.NullMarked;
