package io.shomei.status.crl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shomei.authority.Authorities;
import io.shomei.authority.Signers;
import io.shomei.authority.SigningAuthority;
import io.shomei.certificate.CrlScope;
import io.shomei.keys.KeyStorage;
import io.shomei.keys.SigningKey;
import io.shomei.pki.Message;
import io.shomei.pki.SignatureScheme;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.security.PublicKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Several copies of the platform on one database: whatever happens to one, numbers only grow and nothing is forgotten. */
@ShomeiTest
class CrlCopiesTest {
    @Inject
    CrlLab lab;

    @Inject
    Authorities authorities;

    @Inject
    KeyStorage keys;

    @Inject
    DataSource database;

    @Inject
    TestClock clock;

    @Test
    void twoCopiesShareOneSequenceOfNumbers() throws Exception {
        CrlScope scope = lab.scope();
        List<CrlMaker> copies = List.of(lab.maker(CrlLab.Settings.USUAL), lab.maker(CrlLab.Settings.USUAL));
        List<Callable<Long>> work = IntStream.range(0, 20)
                .<Callable<Long>>mapToObj(i -> () -> {
                    lab.revoke(scope);
                    return lab.make(copies.get(i % 2), scope, true).getFirst().number();
                })
                .toList();
        List<Long> numbers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Long> number : threads.invokeAll(work)) {
                numbers.add(number.get());
            }
        }
        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 20).boxed().toList());
        Crl newest = lab.newest(scope, Crl.Kind.FULL);
        assertThat(newest.number()).isEqualTo(20);
        assertThat(lab.entries(newest)).hasSize(20);
    }

    @Test
    void theNumberOfACopyThatIsKilledIsTakenByTheNext() throws Exception {
        CrlScope scope = lab.scope();
        CrlMaker other = lab.maker(CrlLab.Settings.USUAL);
        lab.make(other, scope, true);
        lab.revoke(scope);
        AtomicInteger session = new AtomicInteger();
        try (Stuck stuck = new Stuck()) {
            stuck.beforeThat(() -> session.set(number("select pg_backend_pid()")));
            CrlMaker dying = lab.maker(CrlLab.Settings.USUAL, stuck::signing);
            Future<?> death = stuck.run(() -> lab.make(dying, scope, false));
            assertThat(number("select pg_terminate_backend(" + session.get() + ")::int"))
                    .isOne();
            Crl next = lab.make(other, scope, false).getFirst();
            assertThat(next.number()).isEqualTo(2);
            assertThat(lab.entries(next)).hasSize(1);
            stuck.goOn();
            assertThatThrownBy(() -> death.get(30, TimeUnit.SECONDS)).isNotNull();
        }
        assertThat(lab.make(other, scope, true).getFirst().number()).isEqualTo(3);
    }

    @Test
    void aSignerThatFailsChangesNothing() {
        CrlScope scope = lab.scope();
        CrlMaker sound = lab.maker(CrlLab.Settings.USUAL);
        CrlMaker failing = lab.maker(
                CrlLab.Settings.USUAL,
                name -> signer(name, () -> {
                    throw new IllegalStateException("the HSM is away");
                }));
        lab.make(sound, scope, true);
        lab.revoke(scope);
        assertThatThrownBy(() -> lab.make(failing, scope, false)).hasMessage("the HSM is away");
        assertThat(lab.newest(scope, Crl.Kind.FULL).number()).isOne();
        assertThat(lab.entries(lab.make(sound, scope, false).getFirst())).hasSize(1);
    }

    @Test
    void aSignerThatHangsKeepsNobodyFromRevoking() throws Exception {
        CrlScope scope = lab.scope();
        CrlMaker sound = lab.maker(CrlLab.Settings.USUAL);
        String first = lab.revoke(scope);
        String second;
        try (Stuck stuck = new Stuck()) {
            CrlMaker hanging = lab.maker(CrlLab.Settings.USUAL, stuck::signing);
            Future<List<Crl>> list = stuck.run(() -> lab.make(hanging, scope, false));
            second = lab.revoke(scope);
            // The very entry that is being listed.
            lab.compromised(first);
            stuck.goOn();
            assertThat(lab.entries(list.get(30, TimeUnit.SECONDS).getFirst())).containsKey(first);
        }
        assertThat(lab.entries(lab.make(sound, scope, false).getFirst()))
                .containsOnlyKeys(first, second)
                .hasEntrySatisfying(first, said -> assertThat(said).startsWith("KEY_COMPROMISE"));
    }

    @Test
    void aClockThatGoesBackDoesNotTakeTheListsWithIt() {
        CrlScope scope = lab.scope();
        CrlMaker maker = lab.maker(CrlLab.Settings.USUAL);
        lab.make(maker, scope, true);
        Crl before = lab.newest(scope, Crl.Kind.FULL);
        clock.advance(Duration.ofHours(-2));
        lab.revoke(scope);
        lab.make(maker, scope, false);
        Crl after = lab.newest(scope, Crl.Kind.FULL);
        assertThat(after.number()).isEqualTo(before.number() + 1);
        assertThat(after.thisUpdate()).isEqualTo(before.thisUpdate());
        assertThat(after.madeAt()).isAfterOrEqualTo(before.madeAt());
    }

    @Test
    void moreThanIsHeldInMemoryIsListedAtOnceAndFollowedByWhatComesAfter() {
        CrlScope scope = lab.scope();
        CrlMaker maker = lab.maker(CrlLab.Settings.USUAL);
        lab.make(maker, scope, true);
        lab.revoke(scope, CrlMaker.MOST_HELD + 1);
        List<Crl> made = lab.make(maker, scope, false);
        assertThat(made.getFirst().entries()).isEqualTo(CrlMaker.MOST_HELD + 1);
        assertThat(lab.entries(made.getFirst())).hasSize(CrlMaker.MOST_HELD + 1);
        // The delta beside it has no earlier list to which it could be short.
        assertThat(made.getLast().entries()).isZero();
        assertThat(made.getLast().baseNumber()).isEqualTo(made.getLast().number());
        assertThat(lab.make(maker, scope, false)).isEmpty();
        String next = lab.revoke(scope);
        assertThat(lab.entries(lab.make(maker, scope, false).getFirst())).containsOnlyKeys(next);
    }

    @Test
    void whatIsCommittedAfterALaterOneIsOnTheNextList() throws Exception {
        CrlScope scope = lab.scope();
        CrlMaker maker = lab.maker(CrlLab.Settings.USUAL.withDeltaLists());
        lab.make(maker, scope, true);
        String late;
        String early;
        try (Connection slow = database.getConnection()) {
            slow.setAutoCommit(false);
            late = lab.revoke(slow, scope);
            early = lab.revoke(scope);
            assertThat(lab.entries(lab.make(maker, scope, false).getFirst())).containsOnlyKeys(early);
            slow.commit();
        }
        Crl delta = lab.make(maker, scope, false).getFirst();
        assertThat(delta.baseNumber()).isOne();
        assertThat(lab.entries(delta)).containsOnlyKeys(early, late);
        // Without a delta's help, too: since the second list nothing but this.
        assertThat(lab.number(
                        "select count(*) from revoked_certificate where serial = ? and listed_in = 3 and visible_since is not null",
                        late))
                .isOne();
        assertThat(lab.entries(lab.make(maker, scope, true).getFirst())).containsOnlyKeys(early, late);
        lab.compromised(late);
        assertThat(lab.entries(lab.make(maker, scope, false).getFirst()))
                .hasEntrySatisfying(late, said -> assertThat(said).startsWith("KEY_COMPROMISE"));
    }

    /** An authority that does something before it signs. */
    private SigningAuthority signer(String name, Runnable before) {
        SigningKey key = keys.get("authority-" + name);
        return Signers.signer(authorities.signing(name).authority(), new SigningKey() {
            @Override
            public PublicKey publicKey() {
                return key.publicKey();
            }

            @Override
            public byte[] sign(SignatureScheme scheme, byte[] toBeSigned) {
                before.run();
                return key.sign(scheme, toBeSigned);
            }

            @Override
            public byte[] sign(SignatureScheme scheme, Message toBeSigned) {
                before.run();
                return key.sign(scheme, toBeSigned);
            }
        });
    }

    /** A signer that is waited for in vain, until it goes on. */
    private final class Stuck implements AutoCloseable {
        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);
        private final ExecutorService thread = Executors.newSingleThreadExecutor();
        private Runnable before = () -> {};

        void beforeThat(Runnable work) {
            before = work;
        }

        SigningAuthority signing(String name) {
            return signer(name, this::await);
        }

        <T> Future<T> run(Callable<T> work) throws InterruptedException {
            Future<T> running = thread.submit(work);
            assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();
            return running;
        }

        void goOn() {
            released.countDown();
        }

        @Override
        public void close() {
            goOn();
            thread.close();
        }

        private void await() {
            before.run();
            asked.countDown();
            try {
                assertThat(released.await(60, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private int number(String query) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
