package io.shomei.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shomei.kernel.ProblemException;
import io.shomei.pki.Der;
import io.shomei.pki.DerException;
import io.shomei.pki.DerReader;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinterTest {
    private final Linter<DerReader> linter = new Linter<>(List.of(new ItIsOdd(), new ItIsSmall()));

    @Test
    void whereNothingIsWrongNothingIsFound() {
        assertThat(linter.check(() -> of(Der.integer(7)))).isEmpty();
        assertThatCode(() -> linter.require(() -> of(Der.integer(7)))).doesNotThrowAnyException();
    }

    @Test
    void everyFindingIsNamedTogether() {
        assertThatThrownBy(() -> linter.require(() -> of(Der.integer(1000))))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.code()).isEqualTo(LintProblem.LINT_FAILED);
                    assertThat(problem.detail())
                            .isEqualTo("ItIsOdd (X 1): it is even; ItIsSmall (X 2): it is 1000; "
                                    + "ItIsSmall (X 2): nearly a thousand");
                });
    }

    @Test
    void whatARuleCannotReadIsItsFinding() {
        assertThat(linter.check(() -> of(Der.nullElement())))
                .extracting(Finding::rule)
                .containsExactly("ItIsOdd", "ItIsSmall");
    }

    @Test
    void whatCannotBeReadAtAllIsOneFinding() {
        assertThat(linter.check(() -> new DerReader(new byte[] {1, 2, 3}).sequence()))
                .extracting(Finding::rule)
                .containsExactly("WhatIsSignedIsDer");
    }

    private static DerReader of(byte[] number) throws DerException {
        return new DerReader(Der.sequence(number, number)).sequence();
    }

    private static final class ItIsOdd implements Rule<DerReader> {
        @Override
        public String source() {
            return "X 1";
        }

        @Override
        public void check(DerReader number, Findings findings) throws DerException {
            findings.require(number.integer().testBit(0), "it is even");
        }
    }

    private static final class ItIsSmall implements Rule<DerReader> {
        @Override
        public String source() {
            return "X 2";
        }

        @Override
        public void check(DerReader number, Findings findings) throws DerException {
            BigInteger value = number.integer();
            if (value.bitLength() > 8) {
                findings.add("it is %d", value);
                findings.add("nearly a thousand");
            }
        }
    }
}
