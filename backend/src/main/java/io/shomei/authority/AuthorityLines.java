package io.shomei.authority;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The lines as operators see them. */
@ApplicationScoped
class AuthorityLines {
    private final AuthorityRepository repository;
    private final Authorities authorities;
    private final Hierarchy hierarchy;
    private final RollOver rollOver;

    AuthorityLines(AuthorityRepository repository, Authorities authorities, Hierarchy hierarchy, RollOver rollOver) {
        this.repository = repository;
        this.authorities = authorities;
        this.hierarchy = hierarchy;
        this.rollOver = rollOver;
    }

    /**
     * @param issuing name of the generation that issues
     * @param issuers names of those that can sign the next generation here, the best first
     * @param generations the newest first
     */
    record Line(
            Plan plan,
            Optional<String> issuing,
            int nextGeneration,
            List<String> issuers,
            List<Generation> generations) {}

    List<Line> all() {
        return hierarchy.plans().stream()
                .map(this::line)
                // One whose kind of keys is not made here is not there.
                .filter(line -> !line.generations().isEmpty() || authorities.isPossible(line.plan()))
                .toList();
    }

    private Line line(Plan plan) {
        List<Generation> generations = repository.generationsOf(plan.name());
        Optional<String> issuing = generations.stream()
                .filter(each -> each instanceof Authority authority && authorities.isIssuing(authority))
                .map(Generation::name)
                .findFirst();
        return new Line(
                plan,
                issuing,
                Generation.numberAfter(generations),
                rollOver.issuersFor(plan, authorities.all()).stream()
                        .map(Authority::name)
                        .toList(),
                generations);
    }
}
