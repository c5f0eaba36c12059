package io.xlink.iwfm.protocol;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that clients and listeners share: event loops that never block, one thread for logins, and workers for
 * request handlers and for callers' continuations. All are daemons, except event loops that were given.
 */
public final class IwfmThreads implements AutoCloseable {
    private static final int WORKERS = 16;
    private static final int QUEUED = 10_000;

    private final EventLoopGroup io;
    private final Class<? extends SocketChannel> channelType;
    private final boolean given;
    private final ExecutorService logins;
    private final ExecutorService workers;

    /**
     * Makes the threads; they start as they are needed.
     *
     * @param name beginning of every thread's name
     */
    public IwfmThreads(String name) {
        this(name, ownLoops(name), NioSocketChannel.class, false);
    }

    /**
     * Makes the threads, but for the event loops.
     *
     * @param name beginning of every thread's name
     * @param io event loops, which remain whoever's they are and are not ended here
     * @param channelType the kind of client's channel that belongs to them
     */
    public IwfmThreads(String name, EventLoopGroup io, Class<? extends SocketChannel> channelType) {
        this(name, io, channelType, true);
    }

    private IwfmThreads(String name, EventLoopGroup io, Class<? extends SocketChannel> channelType, boolean given) {
        this.io = io;
        this.channelType = channelType;
        this.given = given;
        // One thread: passwords are checked one after another, so that parallel guesses cannot outrun the lock.
        logins = pool(name + "-login", 1);
        workers = pool(name + "-worker", WORKERS);
    }

    /** For tests that choose where work runs. */
    IwfmThreads(EventLoopGroup io, ExecutorService logins, ExecutorService workers) {
        this.io = io;
        this.channelType = NioSocketChannel.class;
        this.given = true;
        this.logins = logins;
        this.workers = workers;
    }

    private static EventLoopGroup ownLoops(String name) {
        return new MultiThreadIoEventLoopGroup(
                loops(), new DefaultThreadFactory(name + "-io", true), NioIoHandler.newFactory());
    }

    /** Event loops that are enough: they never block. */
    public static int loops() {
        return Math.max(2, Math.min(4, Runtime.getRuntime().availableProcessors()));
    }

    EventLoopGroup io() {
        return io;
    }

    Class<? extends SocketChannel> channelType() {
        return channelType;
    }

    /** Slow steps of logins: key derivation, accounts. */
    Executor logins() {
        return logins;
    }

    Executor workers() {
        return workers;
    }

    /** Takes work that must not be lost even when the workers have ended. */
    void run(Runnable work) {
        try {
            workers.execute(work);
        } catch (RejectedExecutionException e) {
            work.run(); // Better on this thread than never.
        }
    }

    /** Ends the threads that are its own; clients and listeners are to be closed before. */
    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for daemons
    public void close() {
        if (!given) {
            io.shutdownGracefully(0, 2, TimeUnit.SECONDS);
        }
        logins.shutdown();
        workers.shutdown();
    }

    private static ThreadPoolExecutor pool(String name, int threads) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threads,
                threads,
                30,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(QUEUED),
                new DefaultThreadFactory(name, true));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
