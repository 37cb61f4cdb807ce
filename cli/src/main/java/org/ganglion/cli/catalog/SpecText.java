package org.ganglion.cli.catalog;

import org.ganglion.network.spec.ParameterSpec;

/** Words for single parameters that the screen and the pages share. */
final class SpecText {
    private SpecText() {}

    /** What a parameter may be, in words. */
    static String allowed(ParameterSpec spec) {
        return switch (spec.kind()) {
            case SWITCH -> "true or false";
            case WHOLE -> "whole number, " + spec.allowed().describe(spec.unit());
            case REAL -> spec.allowed().describe(spec.unit());
        };
    }
}
