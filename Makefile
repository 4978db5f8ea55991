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

.PHONY: all demo build test check race fmt vet lint cross fuzz bench scale accuracy samples clean

all: build

build:
	$(GO) build -o bin/ ./cmd/...

# The sixty-second demo: the seven sample lists into out/.
demo: build
	bin/goldpan sift -p samples/profile.yaml -o out samples/lists

test:
	$(GO) test ./...

check: fmt vet lint cross race fuzz accuracy

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
