# Shomei: the only commands anybody must know. `make` prints them.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
export NO_COLOR := 1

APP      := backend/target/quarkus-app/quarkus-run.jar
CACHE    := backend/target/quarkus-app/shomei.aot
SPA      := frontend/dist/index.html
MODULES  := frontend/node_modules/.package-lock.json
LINTERS  := .ci/lint/node_modules/.package-lock.json
NPM      := npm --prefix frontend --silent run

SPA_SOURCES := openapi.yaml $(wildcard frontend/*.json frontend/*.ts frontend/index.html) \
               $(shell find frontend/src frontend/public -type f ! -name schema.d.ts 2> /dev/null)
APP_SOURCES := openapi.yaml backend/pom.xml $(shell find backend/src/main -type f 2> /dev/null)

# Runs a command and keeps what it says, for the summary.
keep = 2>&1 | tee var/test/$(1).log

.PHONY: help setup build class-cache run test test-fast fuzz check e2e walk-through proxy sdk-check crash-check audit-verify weak-keys key-ceremony bench sdk fmt clean

help: ## Print the targets
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' Makefile

setup: ## Install what is missing of Debian's packages, and say what else is missing
	@.ci/setup test

build: $(APP) ## Build the application with its pages; does nothing when nothing changed

class-cache: $(CACHE) ## Start the application once, to remember its classes: later starts of this build are sooner

run: ## Build what is missing and start everything in the foreground; Ctrl-C stops it
	@.ci/setup run
	@$(MAKE) --no-print-directory build
	@exec .ci/shomei

test: setup $(LINTERS) ## Everything that must pass
	@rm -rf var/test && mkdir -p var/test
	@echo "== Contract and deployment"; $(call lint) $(call keep,lint)
	@# A compiler leaves a core idle.
	@$(MAKE) --no-print-directory --jobs=2 --output-sync=target frontend-checks backend-checks
	@echo "== Backend: package"; .ci/mvn package -DskipTests $(classpath) $(call keep,package)
	@.ci/unit-tests > var/test/unit-tests
	@# So do tests that start the application. What goes beside them has a process group of its own, so that nothing of it stays behind.
	@echo "== Backend: tests; beside them everything that needs no browser"; \
	  set -m; $(MAKE) --no-print-directory beside > var/test/beside.log 2>&1 & beside=$$!; set +m; \
	  trap 'kill -- -$$beside 2> /dev/null || true' EXIT; \
	  .ci/mvn surefire:test -Dsurefire.excludesFile="$(CURDIR)/var/test/unit-tests" $(call keep,backend); \
	  wait $$beside || { cat var/test/beside.log; exit 1; }
	@echo "== Browser tests"; .ci/with-server $(NPM) e2e $(call keep,e2e)
	@echo; echo "== Summary"; \
	  for part in backend backend-unit; do grep -E '^\[(INFO|WARNING)\] Tests run:.*[0-9]$$' var/test/$$part.log | tail -n 1; done \
	    | sed 's/^\[[A-Z]*\]/Backend: /'; \
	  grep -hE '^ *(Test Files|Tests) ' var/test/frontend-unit.log | sed 's/^ */Frontend unit: /'; \
	  grep -hE '^ *(Test Files|Tests) ' var/test/e2e.log | sed 's/^ */Browser: /'; \
	  tail -qn 1 var/test/walk-through.log var/test/proxy.log var/test/key-ceremony.log var/test/crash.log; \
	  tail -n 1 var/test/sdk.log | sed 's/^/SDKs: /'; \
	  cat var/test/lint.log

.PHONY: frontend-checks backend-checks beside whole-system
frontend-checks: $(SPA)
	@echo "== Frontend: types, style, directions"; $(NPM) check $(call keep,frontend-check)

backend-checks:
	@echo "== Backend: style, compiler checks"; .ci/mvn spotless:check test-compile $(call keep,backend-check)

beside:
	@echo "== Frontend: unit tests"; $(NPM) test $(call keep,frontend-unit)
	@echo "== Backend: tests that need no application"; $(call unit) $(call keep,backend-unit)
	@echo "== A kill in the middle of 10,000 rows"; $(call tool,io.shomei.crash.CrashCheck $(APP)) $(call keep,crash)
	@echo "== The key ceremony, with keys in an HSM"; .ci/key-ceremony $(call keep,key-ceremony)
	@.ci/with-server $(MAKE) --no-print-directory whole-system

whole-system:
	@echo "== The walk-through of README.md"; .ci/walk-through $(call keep,walk-through)
	@echo "== nginx before the application"; .ci/proxy-check $(call keep,proxy)
	@echo "== The SDKs against the server"; .ci/sdk-check $(call keep,sdk)

test-fast: $(MODULES) ## Unit tests alone: no application is started
	@.ci/mvn test-compile
	@$(call unit)
	@$(NPM) test

TIME ?= 60
fuzz: ## Search for inputs that a parser takes wrongly; TIME=seconds for each, ONLY=name for some; keeps findings in var/fuzz
	@$(tools)
	@$(call tool,io.shomei.fuzz.Fuzz $(TIME) $(ONLY))

check: $(MODULES) $(LINTERS) ## Style, compiler checks, contract, types, directions of dependence
	@$(call lint)
	@$(NPM) check
	@.ci/mvn spotless:check test-compile

# With a directory of its own, so that it can run beside the other tests.
unit = .ci/mvn surefire:test -DtempDir=surefire-unit -Dtest="$$(.ci/unit-tests | paste -sd,)"

define lint
{ node .ci/lint/contract.mjs && node .ci/lint/docs.mjs && node .ci/lint/compose.mjs; }
endef

e2e: $(APP) ## Browser tests against the packaged application
	@mkdir -p var/test
	@.ci/with-server $(NPM) e2e

walk-through: $(APP) ## The commands of README.md against the packaged application
	@.ci/with-server .ci/walk-through

proxy: $(APP) ## nginx with the deployment's configuration before the packaged application
	@.ci/with-server .ci/proxy-check

sdk-check: $(APP) ## The generated clients for Java and TypeScript against the packaged application
	@.ci/with-server .ci/sdk-check

key-ceremony: $(APP) ## The commands of docs/operations/key-ceremony.md, with the application's keys in an HSM
	@.ci/key-ceremony

SIZES ?= 2048 3072 4096
weak-keys: ## Compute lists of the keys of Debian's OpenSSL (2006 to 2008) into var/weak-keys; SIZES=bits; takes hours
	@$(tools)
	@$(call tool,io.shomei.weakkeys.WeakKeyMaker var/weak-keys $(SIZES))

bench: class-cache ## Measure a freshly started application; ONLY=name for one; writes var/bench/latest.json
	@mkdir -p var/bench
	@$(tools)
	@RATE_LIMIT_REQUESTS_PER_MINUTE=100000000 RATE_LIMIT_ANONYMOUS_PER_MINUTE=100000000 .ci/with-server $(call tool,io.shomei.bench.Bench $(ONLY))

audit-verify: ## Verify an export of the history: FILE=history.txt KEY=root.pem
	@"$$(.ci/jdk)/bin/java" backend/src/main/java/io/shomei/audit/seal/verify/AuditVerify.java "$(FILE)" "$(KEY)"

crash-check: $(APP) ## Kill the application in the middle of a large file, and see that nothing is lost or done twice
	@$(tools)
	@$(call tool,io.shomei.crash.CrashCheck $(APP))

# Programs of the test tree that drive the packaged application from outside.
tools = .ci/mvn -q test-compile $(classpath)
classpath = dependency:build-classpath -Dmdep.outputFile=target/tools-classpath -Dmdep.includeScope=test
tool = "$$(.ci/jdk)/bin/java" --enable-native-access=ALL-UNNAMED \
  -cp "backend/target/test-classes:backend/target/classes:$$(cat backend/target/tools-classpath)" $(1)

sdk: ## Clients from the contract into build/sdk: TypeScript, Java, Python
	@rm -rf build/sdk && mkdir -p build/sdk
	@for language in typescript java python; do \
	  cp -R .ci/sdk/$$language build/sdk && cp .ci/sdk/ignore build/sdk/$$language/.openapi-generator-ignore; done
	@.ci/mvn -Psdk openapi-generator:generate@sdk-typescript openapi-generator:generate@sdk-java openapi-generator:generate@sdk-python
	@echo "build/sdk: $$(ls build/sdk | xargs)"

fmt: $(MODULES) ## Format everything
	@.ci/mvn spotless:apply
	@$(NPM) format

clean: ## Remove what was built; keeps var, where data is
	@rm -rf backend/target frontend/dist frontend/node_modules .ci/lint/node_modules build

$(MODULES): frontend/package.json frontend/package-lock.json
	@echo "Installing the frontend's packages"
	@# A registry may lack packages for other platforms than this one, which ci insists on; the lock decides the versions either way.
	@npm --prefix frontend ci --no-audit --no-fund --loglevel=silent || \
	  npm --prefix frontend install --no-save --no-audit --no-fund --loglevel=error
	@touch $@

$(LINTERS): .ci/lint/package.json .ci/lint/package-lock.json
	@npm --prefix .ci/lint ci --no-audit --no-fund --loglevel=error
	@touch $@

$(SPA): $(MODULES) $(SPA_SOURCES)
	@echo "Building the pages"
	@$(NPM) build | grep -v '\.woff2 '
	@touch $@

$(APP): $(SPA) $(APP_SOURCES)
	@echo "Building the application"
	@.ci/mvn package -Dmaven.test.skip=true
	@touch $@

$(CACHE): $(APP)
	@echo "Starting the application once, to remember its classes"
	@.ci/class-cache $@
