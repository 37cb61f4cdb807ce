package org.ganglion.network.spec;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Symbols made from the field's usual names: {@code tau_syn_ex} is written τ_syn,ex.
 *
 * <p>A symbol is plain text: what follows the first {@code _} is a subscript. Names that are words and not symbols, such
 * as those of switches, have none.
 */
final class Symbols {
    /** Parts of names that are letters of another alphabet, or signs. */
    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("alpha", "α"),
            Map.entry("beta", "β"),
            Map.entry("gamma", "γ"),
            Map.entry("delta", "δ"),
            Map.entry("Delta", "Δ"),
            Map.entry("epsilon", "ε"),
            Map.entry("eta", "η"),
            Map.entry("theta", "θ"),
            Map.entry("kappa", "κ"),
            Map.entry("lambda", "λ"),
            Map.entry("mu", "μ"),
            Map.entry("nu", "ν"),
            Map.entry("rho", "ρ"),
            Map.entry("sigma", "σ"),
            Map.entry("tau", "τ"),
            Map.entry("phi", "φ"),
            Map.entry("omega", "ω"),
            Map.entry("plus", "+"),
            Map.entry("minus", "−"),
            Map.entry("star", "∗"));

    /** Names that are words, or written together, but have a usual symbol. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("Wmax", "w_max"),
            Map.entry("Wmin", "w_min"),
            Map.entry("weight", "w"),
            Map.entry("delay", "d"),
            Map.entry("rate", "ν"),
            Map.entry("indegree", "K_in"),
            Map.entry("outdegree", "K_out"),
            Map.entry("mean", "μ"),
            Map.entry("std", "σ"),
            Map.entry("amplitude", "I"),
            Map.entry("frequency", "f"),
            Map.entry("phase", "φ"),
            Map.entry("start", "t_start"),
            Map.entry("stop", "t_stop"),
            Map.entry("times", "t_i"),
            Map.entry("amplitudes", "I_i"));

    /** Names up to this length are symbols as they are. */
    private static final int LETTERS_OF_A_SYMBOL = 2;

    private Symbols() {}

    /** The symbol; empty where the name is all there is to say. */
    static String of(String name) {
        String word = WORDS.get(name);
        if (word != null) {
            return word;
        }
        String[] parts = name.split("_");
        String head = letter(parts[0]);
        if (head.length() > LETTERS_OF_A_SYMBOL) {
            return "";
        }
        String below = Arrays.stream(parts).skip(1).map(Symbols::letter).collect(Collectors.joining(","));
        return below.isEmpty() ? head : head + "_" + below;
    }

    private static String letter(String part) {
        return Optional.ofNullable(LETTERS.get(part)).orElse(part);
    }
}
