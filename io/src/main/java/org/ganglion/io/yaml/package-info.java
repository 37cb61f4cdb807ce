/**
 * YAML as a tree that knows where everything stands.
 *
 * <p>Text flows in, a {@link org.ganglion.io.yaml.Yaml} flows out. Nothing here knows what the keys mean. Read
 * {@link org.ganglion.io.yaml.Yaml} first.
 */
@NullMarked
package org.ganglion.io.yaml;

import org.jspecify.annotations.NullMarked;
