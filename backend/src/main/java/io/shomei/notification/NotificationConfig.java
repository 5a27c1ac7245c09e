package io.shomei.notification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How mails leave. */
@ConfigMapping(prefix = "notification")
public interface NotificationConfig {
    /** Mail server, as {@code smtp://user:password@host:587} (STARTTLS where offered) or {@code smtps://…:465}; without it mails are kept. */
    Optional<URI> smtpUrl();

    /** Where kept mails are written. */
    @WithDefault("var/mail")
    Path directory();

    /** Sender of every mail. A signed one has a certificate for its address, so its domain has at least two parts. */
    @WithDefault("Shomei <shomei@localhost.localdomain>")
    String from();

    /** Pause before the second attempt; each further one waits twice as long. */
    @WithDefault("PT1M")
    Duration firstRetry();

    /** Attempts before a mail is given up and shown to the operator as failed. */
    @WithDefault("8")
    @Min(1)
    int maxAttempts();

    /** Pause before the outbox is looked after again; 100 mails leave at a time. */
    @WithDefault("PT1S")
    Duration interval();
}
