package io.shomei.notification;

import java.io.IOException;

/** How a mail leaves the house: to a mail server, or into a file. */
interface MailTransport {
    /**
     * @param message in its final form
     * @throws IOException when the mail may have to be sent again; the message may be shown to an operator
     */
    void send(Mail mail, byte[] message) throws IOException;

    /** Lets go of what was opened for the mails so far. */
    void rest();

    /** The state of a mail that left this way. */
    NoticeView.State delivered();
}
