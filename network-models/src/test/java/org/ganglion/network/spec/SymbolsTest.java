package org.ganglion.network.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SymbolsTest {

    @ParameterizedTest
    @CsvSource({
        "tau_m, τ_m",
        "V_th, V_th",
        "Delta_T, Δ_T",
        "mu_plus, μ_+",
        "U, U",
        "lambda, λ",
        "indegree, K_in",
        "rate, ν"
    })
    void aSymbolFollowsFromTheName(String name, String symbol) {
        assertEquals(symbol, Symbols.of(name));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"tau_syn_ex | τ_syn,ex", "tau_minus_triplet | τ_−,triplet"})
    void furtherPartsFollowBehindACommaInTheSubscript(String name, String symbol) {
        assertEquals(symbol, Symbols.of(name));
    }

    @ParameterizedTest
    @CsvSource({"allow_autapses", "consistent_integration", "median"})
    void aWordHasNone(String name) {
        assertEquals("", Symbols.of(name));
    }
}
