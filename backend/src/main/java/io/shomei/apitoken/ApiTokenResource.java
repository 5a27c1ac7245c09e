package io.shomei.apitoken;

import static io.shomei.apitoken.ApiTokenProblem.API_TOKEN_FAULTY;
import static io.shomei.kernel.KernelProblem.NOT_FOUND;
import static io.shomei.kernel.Role.IS_ADMINISTRATOR;
import static io.shomei.kernel.Role.IS_OFFICER;
import static io.shomei.kernel.Role.IS_OPERATOR;

import io.shomei.api.ApiScope;
import io.shomei.api.ApiTokenApi;
import io.shomei.api.ApiTokenCreation;
import io.shomei.api.ApiTokenList;
import io.shomei.api.ApiTokenState;
import io.shomei.api.CreatedApiToken;
import io.shomei.ipallowlist.AllowedRange;
import io.shomei.ipallowlist.EntryCheck;
import io.shomei.kernel.Ids;
import io.shomei.kernel.InputFault;
import io.shomei.kernel.Language;
import io.shomei.kernel.Role;
import io.shomei.web.AddressRange;
import io.shomei.web.CurrentCaller;
import io.shomei.web.InputFaults;
import io.shomei.web.RequestFacts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@RunOnVirtualThread
@RolesAllowed({IS_OPERATOR, IS_OFFICER, IS_ADMINISTRATOR})
class ApiTokenResource implements ApiTokenApi {
    private final ApiTokens tokens;
    private final CurrentCaller caller;
    private final RequestFacts request;
    private final ApiTokenConfig config;
    private final InstantSource clock;

    ApiTokenResource(
            ApiTokens tokens, CurrentCaller caller, RequestFacts request, ApiTokenConfig config, InstantSource clock) {
        this.tokens = tokens;
        this.caller = caller;
        this.request = request;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public ApiTokenList listApiTokens() {
        Role role = caller.get().role();
        return new ApiTokenList(
                tokens.list(caller.get()).stream().map(this::answer).toList(),
                scopes(Arrays.stream(Scope.values()).filter(scope -> scope.isFor(role))),
                config.mostDays(),
                config.mostTokens());
    }

    @Override
    public CreatedApiToken createApiToken(ApiTokenCreation body) {
        EntryCheck addresses = check(body.addresses());
        List<InputFault> faults = faults(body.expiresAt(), addresses);
        if (!faults.isEmpty()) {
            throw API_TOKEN_FAULTY.with(faults);
        }
        ApiTokens.Created created = tokens.create(
                caller.get(),
                new ApiTokens.Wish(
                        body.name(),
                        scopes(body.scopes()),
                        body.expiresAt(),
                        addresses.entries().stream().map(AllowedRange::range).toList()));
        return new CreatedApiToken(created.secret().text(), answer(created.token()));
    }

    @Override
    public void revokeApiToken(String id) {
        tokens.revoke(caller.get(), Ids.parse(id).orElseThrow(() -> NOT_FOUND.because("")));
    }

    private static Set<Scope> scopes(List<ApiScope> scopes) {
        return scopes.stream()
                .map(each -> Scope.ofCode(each.value()).orElseThrow())
                .collect(Collectors.toSet());
    }

    private static List<ApiScope> scopes(Stream<Scope> scopes) {
        return scopes.map(scope -> ApiScope.valueOf(scope.name())).toList();
    }

    private static EntryCheck check(@Nullable List<String> addresses) {
        List<String> texts = addresses == null ? List.of() : addresses;
        return EntryCheck.of(IntStream.range(0, texts.size())
                .mapToObj(i -> new EntryCheck.Line(i + 1, texts.get(i), ""))
                .toList());
    }

    private List<InputFault> faults(Instant expiresAt, EntryCheck addresses) {
        Language language = request.language();
        Stream<InputFault> ofAddresses =
                addresses.faults().stream().map(fault -> fault.at("/addresses/" + (fault.row() - 1), language));
        Stream<InputFault> ofEnd =
                tokens.faultOf(expiresAt).stream().map(code -> InputFaults.of("/expiresAt", code, language));
        return Stream.concat(ofEnd, ofAddresses).toList();
    }

    private io.shomei.api.ApiToken answer(ApiToken token) {
        return new io.shomei.api.ApiToken(
                token.id().toString(),
                token.name(),
                scopes(token.scopes().stream().sorted()),
                token.addresses().stream().map(AddressRange::toString).toList(),
                ApiTokenState.valueOf(token.stateAt(clock.instant()).name()),
                token.createdAt(),
                token.expiresAt(),
                token.lastUsedAt(),
                token.lastUsedFrom());
    }
}
