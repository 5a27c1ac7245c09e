package io.shomei.account.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shomei.account.Account;
import io.shomei.account.secret.SecretState.ChangeReason;
import io.shomei.audit.Actor;
import io.shomei.kernel.Language;
import io.shomei.kernel.ProblemException;
import io.shomei.kernel.Role;
import io.shomei.policy.Policies;
import io.shomei.testing.AtOnce;
import io.shomei.testing.Fixtures;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What accounts prove themselves with, under the rules of the bank presets. The numbers are those of the acceptance scenarios. */
@ShomeiTest
class SecretsTest {
    private static final AtomicInteger IDS = new AtomicInteger(128_000_000);

    @Inject
    Fixtures given;

    @Inject
    Secrets secrets;

    @Inject
    Policies policies;

    @Inject
    TestClock clock;

    @Test
    void at11TheAcquisitionPasswordIsNoPasswordAndCountsAsAFailure() {
        Account user = user("bank-fx");
        String password = secrets.issue(Actor.PLATFORM, user, SecretKind.PASSWORD);
        String acquisition = secrets.issue(Actor.PLATFORM, user, SecretKind.ACQUISITION_PASSWORD);
        assertThat(secrets.check(Actor.PLATFORM, user, SecretKind.PASSWORD, acquisition))
                .isEqualTo(new Check.Wrong());
        assertThat(state(user, SecretKind.PASSWORD).failures()).isEqualTo(1);
        assertThat(state(user, SecretKind.ACQUISITION_PASSWORD).failures()).isZero();
        assertThat(secrets.check(Actor.PLATFORM, user, SecretKind.PASSWORD, password))
                .isInstanceOf(Check.Right.class);
        assertThat(secrets.check(Actor.PLATFORM, user, SecretKind.ACQUISITION_PASSWORD, acquisition))
                .isInstanceOf(Check.Right.class);
    }

    @Test
    void at10AndAt20WhatWasHandedOutMustBeChanged() {
        Account user = user("bank-fx");
        String first = secrets.issue(Actor.PLATFORM, user, SecretKind.PASSWORD);
        assertThat(right(user, SecretKind.PASSWORD, first).changeRequired()).isEqualTo(ChangeReason.FIRST);
        secrets.set(Actor.PLATFORM, user, SecretKind.PASSWORD, "Abcd1234");
        assertThat(right(user, SecretKind.PASSWORD, "Abcd1234").changeRequired())
                .isNull();
        String reset = secrets.issue(Actor.PLATFORM, user, SecretKind.PASSWORD);
        assertThat(secrets.check(Actor.PLATFORM, user, SecretKind.PASSWORD, "Abcd1234"))
                .isEqualTo(new Check.Wrong());
        assertThat(right(user, SecretKind.PASSWORD, reset).changeRequired()).isEqualTo(ChangeReason.RESET);
    }

    @Test
    void at12EachRuleHasItsReasonAndTheOldValueStays() {
        Account user = user("bank-fx");
        secrets.set(Actor.PLATFORM, user, SecretKind.PASSWORD, "Abcd1234");
        assertThat(faults(user, "Abcd123")).containsExactly(SecretRule.TOO_SHORT);
        assertThat(faults(user, "Abcdefgh")).containsExactly(SecretRule.DIGIT_MISSING);
        assertThat(faults(user, "12345678")).containsExactly(SecretRule.LETTER_MISSING);
        assertThat(faults(user, "Abcd-1234")).containsExactly(SecretRule.CHARACTER_NOT_ALLOWED);
        assertThat(faults(user, "hojinuser1")).containsExactly(SecretRule.IS_USER_NAME);
        assertThat(faults(user, Objects.requireNonNull(user.loginId()))).contains(SecretRule.IS_LOGIN_ID);
        assertThat(faults(user, "A1".repeat(65))).containsExactly(SecretRule.TOO_LONG);
        assertThatThrownBy(() -> secrets.set(Actor.PLATFORM, user, SecretKind.PASSWORD, "Abcdefgh"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(SecretProblem.SECRET_RULES_BROKEN));
        assertThat(secrets.check(Actor.PLATFORM, user, SecretKind.PASSWORD, "Abcd1234"))
                .isInstanceOf(Check.Right.class);
        ProblemException told = secrets.refusal(user, List.of(SecretRule.TOO_SHORT), "/newPassword", Language.EN);
        assertThat(told.faults().getFirst().message()).isEqualTo("Use at least 8 characters.");
    }

    @Test
    void at13ThePresentValueAndTheTwoBeforeCannotBeChosen() {
        Account user = user("bank-fx");
        for (String each : List.of("Third333", "Second22", "First111", "Zero0000")) {
            secrets.set(Actor.PLATFORM, user, SecretKind.PASSWORD, each);
        }
        for (String each : List.of("Zero0000", "First111", "Second22")) {
            assertThat(faults(user, each)).containsExactly(SecretRule.USED_BEFORE);
        }
        assertThat(faults(user, "Third333")).isEmpty();
        secrets.set(Actor.PLATFORM, user, SecretKind.PASSWORD, "Third333");
    }

    @Test
    void at15APasswordIsDueOnTheNinetiethDayOfTheTenantsCalendar() {
        Account user = user("bank-fx");
        // Half past midnight in Tokyo, where the day is another than in UTC.
        clock.stopAt(Instant.parse("2027-04-01T15:30:00Z"));
        secrets.set(Actor.PLATFORM, user, SecretKind.PASSWORD, "Abcd1234");
        clock.stopAt(Instant.parse("2027-06-30T14:59:59Z"));
        SecretState dayBefore = right(user, SecretKind.PASSWORD, "Abcd1234");
        assertThat(dayBefore.expiresOn()).isEqualTo(LocalDate.of(2027, 7, 1));
        assertThat(dayBefore.changeRequired()).isNull();
        clock.stopAt(Instant.parse("2027-06-30T15:00:00Z"));
        assertThat(right(user, SecretKind.PASSWORD, "Abcd1234").changeRequired())
                .isEqualTo(ChangeReason.EXPIRED);
    }

    @Test
    void whereThePolicyWarnsAnOldPinIsTaken() {
        Account user = user("bank-corporate");
        clock.stopAt(Instant.parse("2027-04-01T00:00:00Z"));
        secrets.set(Actor.PLATFORM, user, SecretKind.PIN, "2580abc");
        clock.stopAt(Instant.parse("2027-07-01T00:00:00Z"));
        SecretState state = right(user, SecretKind.PIN, "2580abc");
        assertThat(state.changeRequired()).isNull();
        assertThat(state.warn()).isTrue();
    }

    @Test
    void at16OnlyFailuresInARowLock() {
        Account user = user("bank-fx");
        secrets.set(Actor.PLATFORM, user, SecretKind.PASSWORD, "Abcd1234");
        for (int round = 0; round < 2; round++) {
            assertThat(wrong(user, SecretKind.PASSWORD)).isEqualTo(new Check.Wrong());
            assertThat(wrong(user, SecretKind.PASSWORD)).isEqualTo(new Check.Wrong());
            assertThat(secrets.check(Actor.PLATFORM, user, SecretKind.PASSWORD, "Abcd1234"))
                    .isInstanceOf(Check.Right.class);
        }
    }

    @Test
    void at17TheThirdFailureLocksAndTheRightValueIsRefused() {
        Account user = user("bank-fx");
        secrets.set(Actor.PLATFORM, user, SecretKind.PASSWORD, "Abcd1234");
        wrong(user, SecretKind.PASSWORD);
        wrong(user, SecretKind.PASSWORD);
        assertThat(wrong(user, SecretKind.PASSWORD)).isEqualTo(new Check.Locked(null));
        assertThat(secrets.check(Actor.PLATFORM, user, SecretKind.PASSWORD, "Abcd1234"))
                .isEqualTo(new Check.Locked(null));
        assertThat(state(user, SecretKind.PASSWORD).locked()).isTrue();
        secrets.unlock(Actor.PLATFORM, user, SecretKind.PASSWORD);
        assertThat(secrets.check(Actor.PLATFORM, user, SecretKind.PASSWORD, "Abcd1234"))
                .isInstanceOf(Check.Right.class);
    }

    @Test
    void at18OfTwentyAttemptsAtOnceThreeAreLookedAt() throws Exception {
        Account user = user("bank-fx");
        secrets.set(Actor.PLATFORM, user, SecretKind.PASSWORD, "Abcd1234");
        List<Check> answers = AtOnce.times(20, () -> wrong(user, SecretKind.PASSWORD));
        assertThat(state(user, SecretKind.PASSWORD).failures()).isEqualTo(3);
        assertThat(answers).filteredOn(Check.Wrong.class::isInstance).hasSizeLessThanOrEqualTo(2);
        assertThat(answers).filteredOn(Check.Locked.class::isInstance).hasSizeGreaterThanOrEqualTo(18);
        assertThat(secrets.check(Actor.PLATFORM, user, SecretKind.PASSWORD, "Abcd1234"))
                .isEqualTo(new Check.Locked(null));
    }

    @Test
    void at40APinOfAnotherLengthIsRefusedWithoutBeingCounted() {
        Account user = user("bank-corporate");
        secrets.set(Actor.PLATFORM, user, SecretKind.PIN, "2580abc");
        assertThat(secrets.check(Actor.PLATFORM, user, SecretKind.PIN, "258")).isEqualTo(new Check.Wrong());
        assertThat(secrets.check(Actor.PLATFORM, user, SecretKind.PIN, "2580abc258013"))
                .isEqualTo(new Check.Wrong());
        assertThat(state(user, SecretKind.PIN).failures()).isZero();
        assertThat(secrets.check(Actor.PLATFORM, user, SecretKind.PIN, "2580abd"))
                .isEqualTo(new Check.Wrong());
        assertThat(state(user, SecretKind.PIN).failures()).isEqualTo(1);
    }

    @Test
    void at41EachKindHasACounterOfItsOwn() {
        Account user = user("bank-corporate");
        secrets.set(Actor.PLATFORM, user, SecretKind.PIN, "2580abc");
        secrets.issue(Actor.PLATFORM, user, SecretKind.TOTP);
        for (int i = 0; i < 5; i++) {
            secrets.check(Actor.PLATFORM, user, SecretKind.TOTP, "no code");
        }
        assertThat(state(user, SecretKind.TOTP).locked()).isTrue();
        assertThat(state(user, SecretKind.PIN).failures()).isZero();
        assertThat(secrets.check(Actor.PLATFORM, user, SecretKind.PIN, "2580abc"))
                .isInstanceOf(Check.Right.class);
        assertThat(state(user, SecretKind.TOTP).locked()).isTrue();
    }

    @Test
    void at64TheBoundsOfTheLengthAreInclusive() {
        Account user = user("saas-groupware");
        assertThat(faults(user, "Abcd123")).containsExactly(SecretRule.TOO_SHORT);
        assertThat(faults(user, "Abcd1234Abcd12345")).containsExactly(SecretRule.TOO_LONG);
        assertThat(faults(user, "Abcd123!")).containsExactly(SecretRule.CHARACTER_NOT_ALLOWED);
        assertThat(faults(user, "Abcd1234")).isEmpty();
        assertThat(faults(user, "Abcd1234Abcd1234")).isEmpty();
    }

    @Test
    void at72CaseCounts() {
        Account user = user("bank-fx");
        secrets.set(Actor.PLATFORM, user, SecretKind.PASSWORD, "Abcd1234");
        assertThat(secrets.check(Actor.PLATFORM, user, SecretKind.PASSWORD, "abcd1234"))
                .isEqualTo(new Check.Wrong());
    }

    @Test
    void aTemporaryLockPassesOnceAndTheNextStays() {
        Fixtures.Organisation bank = given.tenant("twostage")
                .withPreset("bank-fx")
                .withPolicy("{\"lockout\":{\"temporary\":\"PT10M\",\"unlockBy\":[\"TIME\",\"OPERATOR\"]}}");
        Account user = bank.withLoginId(Role.USER, String.valueOf(IDS.incrementAndGet()), "Hojin User 1");
        Instant now = Instant.parse("2027-04-01T00:00:00Z");
        clock.stopAt(now);
        secrets.set(Actor.PLATFORM, user, SecretKind.PASSWORD, "Abcd1234");
        for (int i = 0; i < 3; i++) {
            wrong(user, SecretKind.PASSWORD);
        }
        Instant end = now.plus(Duration.ofMinutes(10));
        assertThat(secrets.check(Actor.PLATFORM, user, SecretKind.PASSWORD, "Abcd1234"))
                .isEqualTo(new Check.Locked(end));
        clock.stopAt(end);
        wrong(user, SecretKind.PASSWORD);
        wrong(user, SecretKind.PASSWORD);
        assertThat(wrong(user, SecretKind.PASSWORD)).isEqualTo(new Check.Locked(null));
        clock.advance(Duration.ofDays(365));
        assertThat(secrets.check(Actor.PLATFORM, user, SecretKind.PASSWORD, "Abcd1234"))
                .isEqualTo(new Check.Locked(null));
    }

    @Test
    void whatIsNotThereOrHasLapsedIsUnset() {
        Account user = user("bank-fx");
        assertThat(secrets.check(Actor.PLATFORM, user, SecretKind.PASSWORD, "Abcd1234"))
                .isEqualTo(new Check.Unset());
        assertThat(secrets.has(user, SecretKind.PASSWORD)).isFalse();
        clock.stopAt(Instant.parse("2027-04-01T00:00:00Z"));
        String acquisition = secrets.issue(Actor.PLATFORM, user, SecretKind.ACQUISITION_PASSWORD);
        assertThat(secrets.has(user, SecretKind.ACQUISITION_PASSWORD)).isTrue();
        clock.advance(Duration.ofDays(90));
        assertThat(secrets.check(Actor.PLATFORM, user, SecretKind.ACQUISITION_PASSWORD, acquisition))
                .isEqualTo(new Check.Unset());
        secrets.set(Actor.PLATFORM, user, SecretKind.PASSWORD, "Abcd1234");
        secrets.end(Actor.PLATFORM, user, SecretKind.PASSWORD);
        assertThat(secrets.check(Actor.PLATFORM, user, SecretKind.PASSWORD, "Abcd1234"))
                .isEqualTo(new Check.Unset());
        assertThat(faults(user, "Abcd1234")).containsExactly(SecretRule.USED_BEFORE);
    }

    @Test
    void aOneTimePasswordIsGoodOnceAlsoForTwoAtTheSameTime() throws Exception {
        Account user = user("bank-corporate");
        clock.stopAt(Instant.parse("2027-04-01T00:00:00Z"));
        byte[] key = fromBase32(secrets.issue(Actor.PLATFORM, user, SecretKind.TOTP));
        String code = Totp.code(key, clock.instant().getEpochSecond() / 30);
        List<Check> answers = AtOnce.times(4, () -> secrets.check(Actor.PLATFORM, user, SecretKind.TOTP, code));
        assertThat(answers).filteredOn(Check.Right.class::isInstance).hasSize(1);
        clock.advance(Duration.ofSeconds(30));
        assertThat(secrets.check(Actor.PLATFORM, user, SecretKind.TOTP, code)).isInstanceOf(Check.Wrong.class);
        String next = Totp.code(key, clock.instant().getEpochSecond() / 30);
        assertThat(secrets.check(Actor.PLATFORM, user, SecretKind.TOTP, next)).isInstanceOf(Check.Right.class);
    }

    @Test
    void aCardIsAskedForTheSameCellsUntilTheyAreAnswered() {
        Account user = user("bank-corporate");
        assertThat(secrets.gridChallenge(user)).isEmpty();
        GridCard card = GridCard.of(secrets.issue(Actor.PLATFORM, user, SecretKind.GRID_CARD));
        assertThat(secrets.check(Actor.PLATFORM, user, SecretKind.GRID_CARD, card.cell("A1")))
                .isEqualTo(new Check.Wrong());
        List<String> asked = secrets.gridChallenge(user);
        assertThat(secrets.check(Actor.PLATFORM, user, SecretKind.GRID_CARD, "1"))
                .isEqualTo(new Check.Wrong());
        assertThat(secrets.gridChallenge(user)).isEqualTo(asked);
        String answer = String.join("", asked.stream().map(card::cell).toList());
        assertThat(secrets.check(Actor.PLATFORM, user, SecretKind.GRID_CARD, answer))
                .isInstanceOf(Check.Right.class);
        assertThat(secrets.check(Actor.PLATFORM, user, SecretKind.GRID_CARD, answer))
                .isEqualTo(new Check.Wrong());
    }

    @Test
    void anAnswerOfACardIsTakenOnceHoweverManyGiveItAtOnce() throws Exception {
        Account user = user("bank-corporate");
        GridCard card = GridCard.of(secrets.issue(Actor.PLATFORM, user, SecretKind.GRID_CARD));
        String answer = String.join(
                "", secrets.gridChallenge(user).stream().map(card::cell).toList());
        List<Check> answers = AtOnce.times(4, () -> secrets.check(Actor.PLATFORM, user, SecretKind.GRID_CARD, answer));
        assertThat(answers).filteredOn(Check.Right.class::isInstance).hasSize(1);
    }

    /** In saas-groupware nobody is asked to change what was handed out first, so it may be what is forgotten. */
    @Test
    void aResetSecretIsToBeChangedAlsoWhereTheFirstOneNeverWas() {
        Account user = user("saas-groupware");
        secrets.issue(Actor.PLATFORM, user, SecretKind.PASSWORD);
        assertThat(due(user)).isNull();
        secrets.end(Actor.PLATFORM, user, SecretKind.PASSWORD);
        secrets.issue(Actor.PLATFORM, user, SecretKind.PASSWORD);
        assertThat(due(user)).isEqualTo(ChangeReason.RESET);
        // Handed out once more, before anybody changed it.
        secrets.issue(Actor.PLATFORM, user, SecretKind.PASSWORD);
        assertThat(due(user)).isEqualTo(ChangeReason.RESET);
    }

    private @Nullable ChangeReason due(Account user) {
        return secrets.states(user).stream()
                .filter(state -> state.kind() == SecretKind.PASSWORD)
                .findFirst()
                .orElseThrow()
                .changeRequired();
    }

    @Test
    void whatIsHandedOutKeepsTheRulesOfEveryPreset() {
        for (String preset : List.of("bank-fx", "bank-corporate", "saas-groupware")) {
            Account user = user(preset);
            SecretKind kind = SecretKind.ofLogIn(policies.of(user.tenant())).orElseThrow();
            String value = secrets.issue(Actor.PLATFORM, user, kind);
            Account other = user(preset);
            assertThat(secrets.faults(other, kind, value)).isEmpty();
            assertThat(value).doesNotContainPattern("[0O1lI]");
        }
    }

    private Account user(String preset) {
        return given.tenant("secrets")
                .withPreset(preset)
                .withLoginId(Role.USER, String.valueOf(IDS.incrementAndGet()), "Hojin User 1");
    }

    private Check wrong(Account user, SecretKind kind) {
        return secrets.check(Actor.PLATFORM, user, kind, "Wrong9999");
    }

    private List<SecretRule> faults(Account user, String value) {
        return secrets.faults(user, SecretKind.PASSWORD, value);
    }

    private SecretState right(Account user, SecretKind kind, String value) {
        return ((Check.Right) secrets.check(Actor.PLATFORM, user, kind, value)).state();
    }

    private SecretState state(Account user, SecretKind kind) {
        return secrets.states(user).stream()
                .filter(each -> each.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static byte[] fromBase32(String text) {
        java.math.BigInteger number = java.math.BigInteger.ZERO;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            number = number.shiftLeft(5)
                    .or(java.math.BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(each)));
        }
        byte[] octets = number.toByteArray();
        byte[] key = new byte[Totp.KEY_OCTETS];
        int length = Math.min(octets.length, key.length);
        System.arraycopy(octets, octets.length - length, key, key.length - length, length);
        return key;
    }
}
