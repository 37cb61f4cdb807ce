package org.ganglion.cli.run;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Hears Ctrl-C and a polite kill: the first asks, the second ends the process at once.
 *
 * <p>{@code sun.misc.Signal} is all that Java has for it. It is called by name, because the compiler warns of it with a
 * warning that cannot be switched off. Where it is missing, a signal ends the process as usual.
 */
public final class Interruption implements AutoCloseable {
    private static final String SIGNAL = "sun.misc.Signal";
    private static final String HANDLER = "sun.misc.SignalHandler";
    private static final int BASE = 128;
    private static final int INT = 2;
    private static final int TERM = 15;

    private final IntConsumer first;
    private final Map<Object, Object> before = new LinkedHashMap<>(); // signal -> its handler before this one
    private int exitCode;

    private Interruption(IntConsumer first) {
        this.first = first;
    }

    /**
     * Listens to both.
     *
     * @param first called at the first signal, with the exit code that shells expect, on a thread of its own
     */
    public static Interruption listen(IntConsumer first) {
        Interruption interruption = new Interruption(first);
        try {
            interruption.install("INT");
            interruption.install("TERM");
        } catch (ReflectiveOperationException e) {
            return interruption; // a Java without signals: they end the process
        }
        return interruption;
    }

    /**
     * From now on, hears only a polite kill, not Ctrl-C, which is meant for the command that started this process.
     *
     * @param asked called at the first polite kill; the second ends the process at once
     */
    public static void politely(Runnable asked) {
        Interruption interruption = new Interruption(code -> asked.run());
        try {
            interruption.install("TERM");
            interruption.ignore("INT");
        } catch (ReflectiveOperationException e) {
            return; // a Java without signals: they end the process
        }
    }

    private void ignore(String name) throws ReflectiveOperationException {
        Object signal = Class.forName(SIGNAL).getConstructor(String.class).newInstance(name);
        Object ignored = Class.forName(HANDLER).getField("SIG_IGN").get(null);
        before.put(signal, handle().invoke(null, signal, ignored));
    }

    private void install(String name) throws ReflectiveOperationException {
        Class<?> handlerType = Class.forName(HANDLER);
        Object signal = Class.forName(SIGNAL).getConstructor(String.class).newInstance(name);
        Object handler = Proxy.newProxyInstance(
                Interruption.class.getClassLoader(), new Class<?>[] {handlerType}, (proxy, method, arguments) -> {
                    if (method.getName().equals("handle")) {
                        heard(BASE
                                + (int) signal.getClass().getMethod("getNumber").invoke(signal));
                        return null;
                    }
                    return method.getName().equals("equals") ? proxy == arguments[0] : System.identityHashCode(proxy);
                });
        before.put(signal, handle().invoke(null, signal, handler));
    }

    private static Method handle() throws ReflectiveOperationException {
        return Class.forName(SIGNAL).getMethod("handle", Class.forName(SIGNAL), Class.forName(HANDLER));
    }

    private void heard(int code) {
        synchronized (this) {
            if (exitCode != 0) {
                Runtime.getRuntime().halt(code);
            }
            exitCode = code;
        }
        first.accept(code);
    }

    /** Whether a process that ended with this code did so because it was interrupted or politely killed. */
    public static boolean isExitCode(int code) {
        return code == BASE + INT || code == BASE + TERM;
    }

    /** The exit code that a signal asks for; 0 if none came. */
    public synchronized int exitCode() {
        return exitCode;
    }

    /** Puts things back as they were. */
    @Override
    public void close() {
        for (Map.Entry<Object, Object> entry : before.entrySet()) {
            try {
                handle().invoke(null, entry.getKey(), entry.getValue());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        before.clear();
    }
}
