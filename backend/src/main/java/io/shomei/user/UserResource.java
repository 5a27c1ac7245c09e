package io.shomei.user;

import static io.shomei.kernel.Role.IS_ADMINISTRATOR;
import static io.shomei.kernel.Role.IS_USER;

import io.shomei.account.Account;
import io.shomei.account.secret.OtpStandings;
import io.shomei.api.AccountState;
import io.shomei.api.DeskReproof;
import io.shomei.api.OtpStanding;
import io.shomei.api.SecretKind;
import io.shomei.api.User;
import io.shomei.api.UserApi;
import io.shomei.api.UserCertificateState;
import io.shomei.api.UserChange;
import io.shomei.api.UserFunction;
import io.shomei.api.UserFunctionGroup;
import io.shomei.api.UserFunctions;
import io.shomei.api.UserPage;
import io.shomei.api.UserPermissionsChange;
import io.shomei.api.UserRegistration;
import io.shomei.api.UserSort;
import io.shomei.kernel.Caller;
import io.shomei.kernel.Language;
import io.shomei.kernel.Page;
import io.shomei.kernel.PageRequest;
import io.shomei.permission.BusinessFunction;
import io.shomei.permission.Permissions;
import io.shomei.permission.TradeLimits;
import io.shomei.permission.UserPermissions;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy;
import io.shomei.policy.Policy.Administration.PermissionMatrix;
import io.shomei.web.CurrentCaller;
import io.shomei.web.EntityTags;
import io.shomei.web.Idempotency;
import io.shomei.web.Pages;
import io.shomei.web.RequestFacts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@RunOnVirtualThread
@RolesAllowed(IS_ADMINISTRATOR)
class UserResource implements UserApi {
    private final Users users;
    private final UserLines lines;
    private final Policies policies;
    private final Idempotency idempotency;
    private final CurrentCaller caller;
    private final RequestFacts request;
    private final EntityTags tags;

    UserResource(
            Users users,
            UserLines lines,
            Policies policies,
            Idempotency idempotency,
            CurrentCaller caller,
            RequestFacts request,
            EntityTags tags) {
        this.users = users;
        this.lines = lines;
        this.policies = policies;
        this.idempotency = idempotency;
        this.caller = caller;
        this.request = request;
        this.tags = tags;
    }

    @Override
    public UserPage listUsers(
            @Nullable String q,
            @Nullable AccountState state,
            @Nullable Boolean locked,
            @Nullable Boolean incident,
            @Nullable UserCertificateState certificate,
            @Nullable Integer endsWithinDays,
            @Nullable UserSort sort,
            @Nullable Integer limit,
            @Nullable String cursor) {
        UserFilter filter = new UserFilter(
                state == null ? null : Account.State.valueOf(state.name()),
                locked,
                incident,
                certificate == null ? null : CertificateStanding.valueOf(certificate.name()),
                endsWithinDays == null ? null : Duration.ofDays(endsWithinDays),
                q);
        UserFilter.Order order = sort == null ? UserFilter.Order.LOGIN_ID : UserFilter.Order.valueOf(sort.name());
        Page<UserLine> page = lines.list(caller.get(), filter, order, PageRequest.of(limit, cursor));
        return new UserPage(
                page.items().stream().map(UserResource::line).toList(),
                page.next(),
                page.previous(),
                Pages.total(page));
    }

    @Override
    public User createUser(UserRegistration body, @Nullable String idempotencyKey) {
        Caller by = caller.get();
        Users.Form form = form(body.kana(), body.name(), body.email(), body.certificate());
        return idempotency.once(
                by,
                idempotencyKey,
                "createUser",
                body.loginId() + " " + form,
                User.class,
                () -> user(users.register(by, body.loginId(), form, body.reproof(), request.language())));
    }

    @Override
    public User getUser(String id) {
        return user(users.view(caller.get(), id));
    }

    @Override
    public User changeUser(String ifMatch, String id, UserChange body) {
        return user(users.change(
                caller.get(),
                id,
                EntityTags.version(ifMatch),
                form(body.kana(), body.name(), body.email(), body.certificate()),
                body.reproof(),
                request.language()));
    }

    @Override
    public User setUserPermissions(String ifMatch, String id, UserPermissionsChange body) {
        return user(users.permit(
                caller.get(),
                id,
                EntityTags.version(ifMatch),
                new UserPermissions.Wanted(
                        body.functions().stream()
                                .map(function -> BusinessFunction.valueOf(function.name()))
                                .toList(),
                        new TradeLimits(body.buyCurrencies(), body.sellCurrencies(), body.maxPerTrade())),
                body.reproof(),
                request.language()));
    }

    @Override
    @RolesAllowed({IS_ADMINISTRATOR, IS_USER})
    public UserFunctions listUserFunctions() {
        Policy policy = policies.of(caller.get().tenant());
        PermissionMatrix matrix = policy.administration().permissionMatrix();
        Language language = request.language();
        Map<BusinessFunction.Group, List<BusinessFunction>> groups = BusinessFunction.of(matrix).stream()
                .collect(Collectors.groupingBy(BusinessFunction::group, LinkedHashMap::new, Collectors.toList()));
        return new UserFunctions(
                UserFunctions.MatrixEnum.valueOf(matrix.name()),
                groups.entrySet().stream()
                        .map(group -> new UserFunctionGroup(
                                group.getKey().title(language),
                                group.getValue().stream()
                                        .map(each -> function(each, language))
                                        .toList()))
                        .toList(),
                matrix == PermissionMatrix.TRADING ? TradeLimits.CURRENCIES : List.of(),
                policy.identity().kanaName());
    }

    private static UserFunction function(BusinessFunction function, Language language) {
        return new UserFunction(code(function), function.title(language), function.isForAdministrators());
    }

    private User user(Users.View view) {
        tags.show(view.line().row().version());
        return new User(
                line(view.line()),
                view.choices().stream()
                        .map(choice -> io.shomei.api.CertificateChoice.valueOf(choice.name()))
                        .toList(),
                view.policy().administration().permissionMatrix() == PermissionMatrix.NONE
                        ? null
                        : permissions(view.line().permissions()),
                view.policy().identity().kanaName(),
                reproof(view.reproof()));
    }

    private static io.shomei.api.UserLine line(UserLine line) {
        Account account = line.row().account();
        OtpStandings.Standing otp = line.otp();
        return new io.shomei.api.UserLine(
                account.id().toString(),
                account.loginId(),
                account.name(),
                account.kana(),
                account.email(),
                AccountState.valueOf(account.state().name()),
                account.marks().incidentAt(),
                account.marks().collectionBlockedAt(),
                account.marks().collectionAccumulatedAt(),
                UserCertificateState.valueOf(line.certificate().name()),
                line.certificateUntil(),
                line.acquireBy(),
                line.locked().stream()
                        .map(kind -> SecretKind.valueOf(kind.name()))
                        .toList(),
                otp == null ? OtpStanding.NONE : OtpStanding.valueOf(otp.name()),
                codes(line.permissions()),
                line.row().createdAt());
    }

    /** As everybody sees their own. */
    static io.shomei.api.UserPermissions permissions(Permissions permissions) {
        TradeLimits limits = permissions.limits();
        return new io.shomei.api.UserPermissions(
                codes(permissions), limits.buyCurrencies(), limits.sellCurrencies(), limits.maxPerTrade());
    }

    static @Nullable DeskReproof reproof(Policy.Reproof reproof) {
        return reproof == Policy.Reproof.NONE ? null : DeskReproof.valueOf(reproof.name());
    }

    private static List<io.shomei.api.BusinessFunction> codes(Permissions permissions) {
        return permissions.functions().stream().map(UserResource::code).toList();
    }

    private static io.shomei.api.BusinessFunction code(BusinessFunction function) {
        return io.shomei.api.BusinessFunction.valueOf(function.name());
    }

    private static Users.Form form(
            @Nullable String kana,
            @Nullable String name,
            @Nullable String email,
            io.shomei.api.@Nullable CertificateChoice choice) {
        return new Users.Form(
                new UserNames(kana, name),
                email,
                choice == null ? CertificateChoice.KEEP : CertificateChoice.valueOf(choice.name()));
    }
}
