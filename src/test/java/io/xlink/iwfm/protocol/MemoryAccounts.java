package io.xlink.iwfm.protocol;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Accounts in memory that count what they are told. */
public final class MemoryAccounts implements Accounts {
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    public final AtomicInteger failed = new AtomicInteger();
    public final AtomicInteger succeeded = new AtomicInteger();

    public MemoryAccounts with(String user, String password) {
        accounts.put(user, new Account(user, ScramVerifiers.of(password.toCharArray(), 4096), Optional.empty()));
        return this;
    }

    public MemoryAccounts refusing(String user, String reason) {
        accounts.computeIfPresent(user, (name, a) -> new Account(name, a.verifier(), Optional.of(reason)));
        return this;
    }

    @Override
    public Optional<Account> find(String user) {
        return Optional.ofNullable(accounts.get(user));
    }

    @Override
    public void failed(String user) {
        failed.incrementAndGet();
    }

    @Override
    public void succeeded(String user) {
        succeeded.incrementAndGet();
    }
}
