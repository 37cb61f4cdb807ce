package org.ganglion.cli.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import org.ganglion.cli.model.UserException;
import org.ganglion.distributed.run.Visit;

/** Where a node can be reached, looked at before one is started. */
public final class Reachable {
    private Reachable() {}

    /**
     * Checks a port, of which 0 is any that is free.
     *
     * @throws UserException if it is none
     */
    public static void requirePort(String option, int port) {
        if (port < 0 || port > Visit.MOST_PORT) {
            throw new UserException(
                    option + ": " + port + " is no port; give one from 1 to " + Visit.MOST_PORT + ", or 0 for any");
        }
    }

    /**
     * Checks an address of this machine.
     *
     * @throws UserException if nothing can listen there
     */
    public static void requireHost(String host) {
        try {
            new ServerSocket(0, 1, InetAddress.getByName(host)).close();
        } catch (UnknownHostException e) {
            throw new UserException("--host: '" + host + "' is a name that is not known here; give an address of this"
                    + " machine, which has " + String.join(", ", addresses()));
        } catch (IOException e) {
            throw new UserException("--host: " + host + " is not an address of this machine, which has "
                    + String.join(", ", addresses()));
        }
    }

    /**
     * Checks that something can listen at a port.
     *
     * @throws UserException if not
     */
    public static void requireFree(String option, String host, int port) {
        try {
            new ServerSocket(port, 1, InetAddress.getByName(host.replaceAll("^\\[|]$", ""))).close();
        } catch (IOException e) {
            throw new UserException(option + ": nothing can listen at " + host + ":" + port + " (" + e.getMessage()
                    + "); give another port, or none to have a free one");
        }
    }

    private static List<String> addresses() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLinkLocalAddress())
                    .map(address -> address.getHostAddress().replaceFirst("%.*", ""))
                    .sorted()
                    .toList();
        } catch (SocketException e) {
            return List.of("none that can be told");
        }
    }
}
