package org.ganglion.cli.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LiveAddressTest {
    @Test
    void aPortAloneIsOfThisMachine() {
        assertEquals(Optional.of(new LiveAddress("127.0.0.1", 8080)), LiveAddress.of("8080"));
        assertEquals(Optional.of(new LiveAddress("0.0.0.0", 8080)), LiveAddress.of("0.0.0.0:8080"));
        assertEquals(Optional.of(new LiveAddress("[::1]", 80)), LiveAddress.of("[::1]:80"));
    }

    @Test
    void anythingElseIsNone() {
        for (String text : List.of("", "brunel.yaml", "65536", "-1", ":80", "a b:80", "host:")) {
            assertEquals(Optional.empty(), LiveAddress.of(text), text);
        }
    }

    @Test
    void numbersAndThisMachineAreMeantAndForeignNamesAreNot() {
        LiveAddress address = new LiveAddress("127.0.0.1", 8080);
        for (String host : List.of("127.0.0.1:8080", "localhost:8080", "LOCALHOST", "[::1]:8080", "10.0.0.7:8080")) {
            assertTrue(address.isMeantBy(host), host);
        }
        for (String host :
                List.of("", "evil.example", "evil.example:8080", "127.0.0.1.evil.example", "localhost.evil")) {
            assertFalse(address.isMeantBy(host), host);
        }
        assertTrue(new LiveAddress("sim.lab", 8080).isMeantBy("sim.lab:8080"), "as it was told");
    }
}
