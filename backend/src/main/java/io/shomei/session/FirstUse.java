package io.shomei.session;

import io.shomei.account.Account;
import io.shomei.audit.Actor;
import io.shomei.certificate.Certificate;

/** Hears of the first log-in with a certificate: its owner has it. */
public interface FirstUse {
    /** With no transaction open; told again where that fails. */
    void seen(Account account, Certificate certificate, Actor actor);
}
