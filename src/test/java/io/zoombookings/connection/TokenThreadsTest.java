package io.zoombookings.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.zoombookings.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.SimpleTransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The single flight of tokens in every order in which threads of one node, and of two, can meet: no refresh token is used
 * twice, and who asks gets tokens that are good.
 */
class TokenThreadsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2030-01-01T10:00:00Z"), ZoneOffset.UTC);
    private static final UUID ID = UUID.randomUUID();

    private static Grant grant(long version, Instant expiresAt) {
        return new Grant(ID, "user", "account", "a@zoom.example", version, "access" + version, "refresh" + version, expiresAt,
                CLOCK.instant());
    }

    /** The database's row with its lock, and Zoom's token endpoint. */
    private abstract static class Flight implements Schedules.Story {

        private final ReentrantLock row = new ReentrantLock();
        private volatile Grant stored = grant(1, CLOCK.instant());
        private final List<String> used = Collections.synchronizedList(new ArrayList<>());
        private final List<String> got = Collections.synchronizedList(new ArrayList<>());

        StoredZoomTokens node() {
            return new StoredZoomTokens(new GrantStore(null, null, CLOCK) {
                @Override
                Optional<Grant> usable(String workspace) {
                    return Optional.of(stored);
                }

                @Override
                Optional<Grant> lock(UUID id) {
                    row.lock();
                    if (used.isEmpty()) {
                        Schedules.point();
                    }
                    return Optional.of(stored);
                }

                @Override
                boolean isInUse(UUID id) {
                    return true;
                }

                @Override
                Grant renew(Grant grant, TokenPair pair) {
                    stored = grant(grant.version() + 1, CLOCK.instant().plus(pair.lifetime()));
                    return stored;
                }
            }, new ConnectionStore(null, null, null, CLOCK) {
                @Override
                void clearProblem(UUID grant) {
                    // nothing stood there
                }
            }, oauth(), new TransactionTemplate() {
                @Override
                public <T> T execute(TransactionCallback<T> action) {
                    try {
                        return action.doInTransaction(new SimpleTransactionStatus());
                    } finally {
                        if (row.isHeldByCurrentThread()) {
                            row.unlock();
                        }
                    }
                }
            }, CLOCK);
        }

        private ZoomOAuth oauth() {
            return new ZoomOAuth(new ZoomSettings("http://localhost", "http://localhost", "id", "secret", "http://localhost")) {
                @Override
                TokenPair refresh(String accessToken, String refreshToken) {
                    used.add(refreshToken);
                    Schedules.point();
                    return new TokenPair("new", "new", Duration.ofHours(1), Set.of());
                }
            };
        }

        Runnable asks(StoredZoomTokens node) {
            return () -> {
                Grant read = stored;
                Schedules.point();
                got.add((read.version() == 1 ? node.refreshed(read) : read).accessToken());
            };
        }

        @Override
        public void check() {
            assertThat(used).containsExactly("refresh1");
            assertThat(got).isNotEmpty().allMatch("access2"::equals);
        }
    }

    @Test
    void threadsOfOneNodeRefreshOnce() {
        int tried = Schedules.all(() -> new Flight() {
            @Override
            public List<Runnable> threads() {
                StoredZoomTokens node = node();
                return List.of(asks(node), asks(node), asks(node));
            }
        });

        assertThat(tried).isGreaterThan(50);
    }

    @Test
    void twoNodesRefreshOnce() {
        int tried = Schedules.all(() -> new Flight() {
            @Override
            public List<Runnable> threads() {
                return List.of(asks(node()), asks(node()));
            }
        });

        assertThat(tried).isGreaterThan(10);
    }
}
