# Everything a developer or CI runs. Needs only Go and make; `make view` and
# the labelled sets of `make accuracy` are extras and say when they are absent.
GO     ?= go
SHELL  := bash
ROOT   := $(CURDIR)
# Labelled sets and real lists for measuring; tests that need them skip, and
# say so, where the folder does not exist.
GOLDPAN_DATA ?= $(ROOT)/../shared/data
export GOLDPAN_DATA
BENCH_ROWS ?= 1000000
BENCH_DIR  ?= $(ROOT)/.cache/bench

.PHONY: all demo build test check race fmt vet lint cross fuzz fuzz-readers bench bench-splink scale accuracy samples clean

all: build

build:
	$(GO) build -o bin/ ./cmd/...

# The sixty-second demo: the seven sample lists into out/.
demo: build
	bin/goldpan sift -v -p samples/profile.yaml -o out samples/lists

test:
	$(GO) test ./...

check: fmt vet lint cross race fuzz-readers accuracy

fmt:
	@test -z "$$(gofmt -l cmd internal)" || { echo "gofmt would change:"; gofmt -l cmd internal; exit 1; }

vet:
	$(GO) vet ./...

lint:
	$(GO) tool staticcheck ./...

# The product is used on Windows and macOS: both must build and vet.
cross:
	GOOS=windows GOARCH=amd64 $(GO) build -o /dev/null ./cmd/goldpan
	GOOS=windows GOARCH=amd64 $(GO) vet ./...
	GOOS=darwin GOARCH=arm64 $(GO) build -o /dev/null ./cmd/goldpan
	GOOS=darwin GOARCH=arm64 $(GO) vet ./...

# The race detector where goroutines are and what they call, on everything
# small; the command line adds none, and the larger lists run without it.
RACE := parallel source/... spool dedupe suppress sink sift clean
race:
	$(GO) test -race -short $(RACE:%=./internal/%)

# Each fuzz target for a few seconds; `make fuzz FUZZTIME=10m` looks deeper.
# Minimising what is merely interesting is left out: it takes longer than looking.
# A target that fails without a failing input ran into its own deadline (the go
# command counts that as a failure now and then) and is looked at once more.
FUZZTIME ?= 2s
FUZZ     ?= cmd internal
fuzz:
	@mkdir -p .cache
	@look() { $(GO) test ./$$1 -run '^$$' -fuzz "^$$2$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 1x >.cache/fuzz.log 2>&1; }; \
	for pkg in $$(grep -rlE '^func Fuzz' --include='*_test.go' $(FUZZ) | xargs -n1 dirname | sort -u); do \
		for target in $$(grep -hoE '^func Fuzz[A-Za-z0-9_]+' $$pkg/*_test.go | sed 's/func //' | sort -u); do \
			echo "fuzz $$pkg $$target"; \
			look $$pkg $$target || { ! grep -q 'Failing input' .cache/fuzz.log && look $$pkg $$target; } || { cat .cache/fuzz.log; exit 1; }; \
		done; \
	done

# The readers of foreign files, a minute together: what the checks run.
fuzz-readers:
	$(MAKE) fuzz FUZZ=internal/source FUZZTIME=8s

# Precision, recall and F1 on the labelled sets, on listgen's rows and on
# labelled job titles, against recorded floors.
accuracy:
	$(GO) test ./internal/dedupe ./internal/sift ./internal/clean -run 'Accuracy' -v -count=1

# Rows a second, peak memory and seconds per phase, beside a plain encoding/csv
# copy of the same file in the same run. Lists are made once and kept.
bench:
	@mkdir -p $(BENCH_DIR)
	$(GO) build -o $(BENCH_DIR)/ ./cmd/...
	GOLDPAN_BENCH=$(BENCH_DIR) GOLDPAN_BENCH_ROWS="$(BENCH_ROWS)" $(GO) test ./internal/sift -run 'TestBench' -count=1 -timeout 60m -v
	GOLDPAN_BENCH=$(BENCH_DIR) $(GO) test ./internal/source -run 'TestBenchReading$$' -count=1 -timeout 30m -v
	$(GO) test ./internal/clean -run '^$$' -bench 'Clean$$|Phone$$|LibraryParse$$' -benchtime 2s
	@$(MAKE) --no-print-directory bench-splink

# The same rows, in the same normal form, through Splink, where it is installed.
PYTHON ?= python3
bench-splink:
	@if $(PYTHON) -c 'import splink, duckdb' 2>/dev/null; then \
		list=$(BENCH_DIR)/list-$(lastword $(BENCH_ROWS)).csv; \
		$(BENCH_DIR)/goldpan clean $$list >$(BENCH_DIR)/clean.csv 2>/dev/null && $(PYTHON) -B bench/splink_pairs.py $(BENCH_DIR)/clean.csv; \
		rm -f $(BENCH_DIR)/clean.csv; \
	else echo "Splink is not installed (pip install splink); its published figure is 0.06-0.13 M pairs/s and core"; fi

# How time grows with rows: the table in the README.
scale:
	$(MAKE) bench BENCH_ROWS="250000 500000 1000000"

samples: build
	bin/listgen samples samples

clean:
	rm -rf bin out .cache
